/**
 * What people met and reported: each case is a minimal reproduction, written for this test, of the mistake behind a public
 * issue thread of a worker library or of Node, and names it. `missed` says why a case isn't found.
 */
import { Linter } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../../rules/index.ts';
import { threads } from './threads.ts';

const found = new Set<string>();

function rulesOn(code: string, filename: string): (string | null)[] {
  const messages = new Linter().verify(code, [plugin.configs.recommended], { filename });
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.map(({ ruleId }) => ruleId);
}

describe('issue threads', () => {
  it.each(threads.map((one) => [one.thread, one] as const))('%s', (thread, one) => {
    const reported = rulesOn(one.code, one.filename ?? 'main.js');
    if ('missed' in one) {
      expect(reported).toEqual([]);
      return;
    }
    expect(reported).toContain(`doall/${one.rule}`);
    found.add(thread);
  });

  it('names each thread once, and at least 30', () => {
    const names = threads.map(({ thread }) => thread);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(30);
    for (const name of names) expect(name).toMatch(/^[\w.-]+\/[\w.-]+#\d+$/);
  });

  it('finds at least nine of ten with `recommended`', () => {
    const wanted = threads.filter((one) => !('missed' in one));
    expect(wanted.length / threads.length).toBeGreaterThanOrEqual(0.9);
  });

  afterAll(() => {
    console.log(`issue threads: ${String(found.size)} of ${String(threads.length)} found`);
  });
});
