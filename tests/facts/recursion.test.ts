/** Recursive functions: what they do is found in a bounded number of rounds, over trees as deep as may be. */
import { expect, test } from 'vitest';
import { effectsHere } from './facts-of.ts';

const tree = 'interface Tree { leaf: boolean; value: number; list: number[]; left: Tree; right: Tree }';

function effectsOf(functions: string, call: string): readonly string[] {
  const text = `${tree} ${functions} export function f(trees: Tree[], given: any, out: number[][], seen: unknown[]) {
  for (const t of trees) seen.push(${call}); // here
}`;
  return effectsHere(text);
}

const isUnknown = (effect: string): boolean => /^(?:call|unknown|hidden)/.test(effect);

test.each([
  [
    'reads both branches',
    'function count(t: Tree): number { return t.leaf ? 1 : count(t.left) + count(t.right); }',
    'count(t)',
  ],
  [
    'fills an array from an index on',
    `function fill(t: Tree, to: number[], at: number): number {
      if (t.leaf) { to[at] = t.value; return at + 1; }
      return fill(t.right, to, fill(t.left, to, at + 1));
    }
    function all(t: Tree) { const to: number[] = []; fill(t, to, 0); return to; }`,
    'all(t)',
  ],
  [
    'changes rows and gives objects',
    `function fill(t: Tree, to: number[][], at: number): { at: number } {
      if (t.leaf) { to[at].splice(0, 1, ...[t.value]); return { at: at + 1 }; }
      const next = fill(t.left, to, at + 1);
      return { at: fill(t.right, to, next.at).at };
    }
    function all(t: Tree) { const to: number[][] = []; fill(t, to, 0); return to; }`,
    'all(t)',
  ],
  [
    'keeps arrays of all nodes in others',
    `function flatten(t: Tree, lists: number[][], rows: number[][], at: number): { at: number } {
      if (t.leaf) { rows[at].splice(0, t.list.length, ...t.list); return { at: at + 1 }; }
      lists[at] = t.list;
      let res = flatten(t.left, lists, rows, at + 1);
      at = res.at;
      res = flatten(t.right, lists, rows, at + 1);
      return { at: res.at };
    }
    function all(t: Tree) { const to: number[][] = []; const rows = [[0]]; flatten(t, to, rows, 0); return to; }`,
    'all(t)',
  ],
])('a function that %s', (_, functions, call) => {
  expect(effectsOf(functions, call).filter(isUnknown)).toEqual([]);
});

test('changes deep in what came in are not lost', () => {
  const mark =
    'function mark(t: Tree): void { if (t.leaf) t.left.right.left.value = 1; else { mark(t.left); mark(t.right); } }';
  expect(effectsOf(mark, 'mark(t)').some((effect) => /^(?:write|mutate)\?? item t/.test(effect))).toBe(true);
  const fill =
    'function fill(t: Tree, to: number[][], at: number): void { to[at][0] = t.value; if (!t.leaf) fill(t.left, to, at + 1); }';
  expect(effectsOf(fill, 'fill(t, out, 0)').some((effect) => /^(?:write|mutate)\?? out/.test(effect))).toBe(
    true,
  );
});

test('a callback that is handed down stays a call', () => {
  const walk =
    'function walk(t: Tree, g: any): void { g(t); if (!t.leaf) { walk(t.left, g); walk(t.right, g); } }';
  expect(effectsOf(walk, 'walk(t, given)').some(isUnknown)).toBe(true);
});
