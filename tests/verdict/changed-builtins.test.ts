/** Built-ins that a file changes are in a worker as they were. Judged alone: a run would change them for all tests. */
import { describe, expect, test } from 'vitest';
import { judgeLoop, outcomeOf } from './support.ts';

function judge(change: string, read: string): string {
  return outcomeOf(
    judgeLoop(`
function heavy(x) {
  let t = 0;
  for (let i = 0; i < 50; i++) t = (t * 31 + x * i) % 1009;
  return t;
}
const opts = { z: 1 };
${change}
console.log([1, 2, 3].map((x) => heavy(x) + ${read})); // @loop`),
  );
}

describe('what is put on a built-in and read in the loop', () => {
  test.each([
    ['Number.prototype.rate = 3;', '(5).rate'],
    ['Number.prototype.rate = 3;', 'x.rate'],
    ['const P = Number.prototype; P.rate = 3;', '(5).rate'],
    ['Object.assign(Number.prototype, { rate: 3 });', '(5).rate'],
    ["Object.defineProperty(String.prototype, 'unit', { get() { return 7; } });", "'a'.unit"],
    ['Object.prototype.rate = 3;', 'opts.rate'],
    ['Object.prototype.rate = 3;', '(({ rate }) => rate)(opts)'],
    ["String.prototype.trim = () => '7';", "Number('a'.trim())"],
    ['Map.prototype.get = () => 7;', 'new Map([[1, 2]]).get(1)'],
    ['Math.sqrt = () => 7;', 'Math.sqrt(x)'],
    ['Math.tau = 7;', 'Math.tau'],
    ["JSON.stringify = () => '7';", 'Number(JSON.stringify(x))'],
    ['globalThis.parseInt = () => 7;', 'parseInt(x)'],
  ])('%s %s', (change, read) => {
    expect(judge(change, read)).not.toContain('parallel');
  });

  test('in the loop itself', () => {
    const write = '(Number.prototype.rate = x)';
    expect(judge('', `${write} + (5).rate`)).not.toContain('parallel');
    expect(judge('const P = Number.prototype;', '(P.rate = x) + (5).rate')).not.toContain('parallel');
  });
});

describe('what is put elsewhere', () => {
  test.each([
    ["class K {} K.prototype.trim = () => '7';", "Number('7'.trim())"],
    ['const own = {}; own.sqrt = () => 7;', 'Math.sqrt(x)'],
    ['Number.prototype.rate = 3;', "Number('7'.trim())"],
    ["String.prototype.sqrt = () => '7';", 'opts.z'],
  ])('%s %s', (change, read) => {
    expect(judge(change, read)).toBe('parallel map');
  });
});
