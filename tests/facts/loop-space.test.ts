/** Spaces of counted loops: tests for inequality, steps by name. */
import { expect, test } from 'vitest';
import { analysisHere } from './facts-of.ts';

const spaceOf = (text: string) => analysisHere(text, { file: '/project/test.js' }).facts.loop.space;

test.each([
  ['an array', 'const xs = [1, 2, 3]; for (let i = 0; i !== xs.length; i++) f(xs[i]);'],
  ['a string', 'const xs = `${1}`; for (let i = 0; i != xs.length; ++i) f(xs[i]);'],
  ['a typed array', 'const xs = new Uint8Array(4); for (let i = 0; i !== xs.length; i += 1) f(xs[i]);'],
])('counting until the index is the length of %s', (_, text) => {
  expect(spaceOf(text)).toMatchObject({ kind: 'counted', from: { value: 0 }, step: 1, inclusive: false });
});

test.each([
  ['what may be no array', 'for (let i = 0; i !== xs.length; i++) f(xs[i]);'],
  ['an array, past its start', 'const xs = [1]; for (let i = 1; i !== xs.length; i++) f(xs[i]);'],
  ['an array, by twos', 'const xs = [1]; for (let i = 0; i !== xs.length; i += 2) f(xs[i]);'],
  ['an array, backwards', 'const xs = [1]; for (let i = 0; i !== xs.length; i--) f(xs[i]);'],
  ['a number', 'for (let i = 0; i !== n; i++) f(i);'],
])('counting until the index is the length of %s has no known end', (_, text) => {
  expect(spaceOf(text).kind).toBe('open');
});

test('a step that a constant names', () => {
  expect(spaceOf('const size = 8; for (let y = 0; y < n; y += size) f(y);')).toMatchObject({ step: 8 });
  expect(spaceOf('let size = 8; size = g(); for (let y = 0; y < n; y += size) f(y);').kind).toBe('open');
  expect(spaceOf('const [size] = [8]; for (let y = 0; y < n; y += size) f(y);').kind).toBe('open');
});
