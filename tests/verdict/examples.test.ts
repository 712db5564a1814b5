/** The worked examples: what they become, in JavaScript modules, CommonJS and TypeScript. */
import { describe, expect, test } from 'vitest';
import { judgeLoop, outcomeOf, planText } from './support.ts';

const helpers = `
function range(from, to) {
  const out = [];
  for (let i = from; i < to; i++) out.push(i);
  return out;
}
function* zip(as, bs) {
  for (let i = 0; i < Math.min(as.length, bs.length); i++) yield [as[i], bs[i]];
}
function heavy(n) {
  let total = 0;
  for (let i = 0; i < 100; i++) total += Math.sqrt(i * n);
  return total;
}
`;

const typed = helpers
  .replace('(from, to)', '(from: number, to: number)')
  .replace('const out = []', 'const out: number[] = []')
  .replace('(as, bs)', '(as: readonly number[], bs: readonly number[])')
  .replace('heavy(n)', 'heavy(n: number): number');

const flavours = [
  { file: '/test/program.mjs', text: helpers },
  { file: '/test/program.cjs', text: helpers },
  { file: '/test/program.ts', text: typed },
] as const;

describe.each(flavours)('$file', ({ file, text }) => {
  const plan = (loop: string): string => planText(text + loop, file);
  const isTypeScript = file.endsWith('.ts');

  test('a sum of pairs times a constant is a map', () => {
    const out = isTypeScript ? 'const results: number[] = []' : 'const results = []';
    expect(
      plan(`
const avalues = range(0, 20);
const bvalues = range(100, 120);
const k = 100;
${out};
for (const [a, b] of zip(avalues, bvalues)) { // @loop
  results.push((a + b) * k);
}`),
    ).toBe(
      `const computeResult = ([a, b], { k }) => (a + b) * k;\n${out.slice(0, -2)}` +
        'mapSync(computeResult, [...zip(avalues, bvalues)], { k });',
    );
  });

  test('a sum keeps its order on the main thread', () => {
    expect(
      plan(`
let sum = 0;
for (const x of range(0, 20)) { // @loop
  sum += heavy(x);
}`),
    ).toContain(
      'for (const heavyValue of imapSync(computeHeavyValue, range(0, 20))) {\n  sum += heavyValue;\n}',
    );
  });

  test('the best so far keeps the item itself', () => {
    const source = `
const items = [{ n: 1 }, { n: 2 }];
let best = -Infinity;
let bestItem = items[0];
for (const item of items) { // @loop
  const score = heavy(item.n);
  if (score > best) {
    best = score;
    bestItem = item;
  }
}`;
    expect(plan(source)).toContain('for (const [item, score] of imapSync(computeScore, items');
  });

  test('rows of a picture', () => {
    const source = `
const width = 64;
const height = 48;
const out = new Uint8Array(64 * 48);
for (let y = 0; y < height; y++) { // @loop
  for (let x = 0; x < width; x++) {
    const c = (x / width) * 3 - 2;
    out[y * width + x] = heavy(c + y);
  }
}`;
    expect(outcomeOf(judgeLoop(text + source, file))).toBe('parallel rows');
    expect(plan(source)).toMatch(/out\[y \* width \+ x\] = (?:row|values)\[x\]!?;/);
  });

  test('all pairs are pieces joined in order', () => {
    const source = `
const words = ['alpha', 'beta', 'gamma'];
const pairs${isTypeScript ? ': number[]' : ''} = [];
for (let i = 0; i < words.length; i++) { // @loop
  for (let j = i + 1; j < words.length; j++) {
    pairs.push(heavy(words[i].length * words[j].length));
  }
}`;
    const result = plan(source);
    expect(outcomeOf(judgeLoop(text + source, file))).toBe('parallel flatMap');
    expect(result).toContain('flatMapSync(computePair, range(0, words.length), { words })');
    expect(result).toContain('return pairs;');
  });

  test('files are read in workers, words are counted in order', () => {
    const source = `
import { readFileSync } from 'node:fs';
const counts = new Map${isTypeScript ? '<string, number>' : ''}();
for (const file of ['a.txt', 'b.txt']) { // @loop
  const words = readFileSync(file, 'utf8').toLowerCase().split(' ');
  console.log(file, words.length);
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
}`;
    if (file.endsWith('.cjs')) return;
    expect(outcomeOf(judgeLoop(text + source, file))).toBe('parallel fission');
    expect(plan(source)).toContain("readFileSync(file, 'utf8').toLowerCase().split(' ')");
  });

  test('a search stops where it did', () => {
    const source = `
function first(xs${isTypeScript ? ': number[]' : ''}) {
  for (const x of xs) { // @loop
    if (heavy(x) > 100) return x;
  }
  return undefined;
}`;
    expect(outcomeOf(judgeLoop(text + source, file))).toBe('parallel search');
    expect(plan(source)).toContain('if (value) return x;');
  });

  test('logs stay in order', () => {
    expect(
      plan(`
for (const n of [4, 5, 6]) { // @loop
  console.log(n, heavy(n));
}`),
    ).toContain('console.log(n, heavyValue);');
  });

  test('what an iteration leaves to the next is named with both ends', () => {
    const source = `
let state = 1;
for (const x of [1, 2, 3]) { // @loop
  state = heavy(x + state);
}`;
    const { outcome, hazards } = judgeLoop(text + source, file);
    const flow = hazards.find(({ code }) => code === 'carried-flow');
    expect(outcome).toBe('blocked');
    expect(flow?.subject).toBe('state');
    expect(flow?.evidence.map(({ role }) => role)).toEqual(['write', 'read']);
  });
});
