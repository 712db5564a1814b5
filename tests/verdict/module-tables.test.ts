/** Tables that a module fills and caches that it keeps: what a worker's own copy of the module can't be told from, and what it can. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openProject, parseSource } from '../../src/parse/index.ts';
import { analyze, createAnalyzeContext } from '../../src/verdict/index.ts';

const root = mkdtempSync(join(tmpdir(), 'doall-tables-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const support = '../../__testfixtures__/loop-to-pool-map/support/colours.js';
const colours = readFileSync(join(import.meta.dirname, support), 'utf8');
const program = `
import { meanLightness } from './module.mjs';
export function total(pictures) {
  let sum = 0;
  for (const picture of pictures) { let t = 0; for (let k = 0; k < 1e3; k++) t += meanLightness(picture) * k; sum += t; }
  return sum;
}
`;

/** The outcome for a loop that calls a function of the module. */
function outcomeWith(module: string): string {
  writeFileSync(join(root, 'module.mjs'), module);
  const result = parseSource(program, join(root, 'program.mjs'));
  if ('skipped' in result) throw new Error(result.skipped.message);
  const [verdict] = analyze(result.unit, createAnalyzeContext({}, openProject(root)));
  return verdict?.outcome ?? 'no loop';
}

test('a filled table and a cache behind a function', () => {
  expect(outcomeWith(colours)).toBe('parallel');
});

/** What differs from the module that is in order; the first text is replaced by the second. */
const nearMisses: readonly (readonly [string, string, string])[] = [
  ['values kept elsewhere under one key', 'VALUES[at + 1] = chroma;', 'VALUES[at] = chroma;'],
  ['a value that is not kept', 'VALUES[at + 1] = chroma;\n', ''],
  ['a variable that only a miss assigns', 'KEYS[slot] = tag;', 'calls = 1;\n    KEYS[slot] = tag;'],
  ['slots that overlap', 'const at = slot * 2;', 'const at = slot;'],
  ['too few values', 'new Float64Array(SLOTS * 2)', 'new Float64Array(SLOTS)'],
  ['values that are rounded', 'new Float64Array(SLOTS * 2)', 'new Float32Array(SLOTS * 2)'],
  ['keys that are cut', 'new Uint32Array(SLOTS)', 'new Uint16Array(SLOTS)'],
  ['keys that may be empty slots', 'const tag = key + 1;', 'const tag = key + 0;'],
  ['keys that miss an input', '(r << 16) | (g << 8) | b;', '(r << 16) | b;'],
  ['keys whose bytes overlap', '(r << 16) | (g << 8) | b;', '(r << 12) | (g << 8) | b;'],
  ['keys with a sign', '(r << 16) | (g << 8) | b;', '(r << 24) | (g << 8) | b;'],
  ['a slot that may be a fraction', '>>> (32 - BITS);', '/ 3;'],
  ['a value of another variable', '(GAMMA[r] - GAMMA[b]);', '(GAMMA[r] - GAMMA[calls++]);\n  calls++;'],
  ['values that may be no numbers', 'light * (GAMMA[r] - GAMMA[b]);', 'GAMMA[r];'],
  ['a cache that others read', 'export function', 'export const peek = () => KEYS[3];\nexport function'],
  [
    'a cache that others write',
    'export function',
    'export const clear = () => VALUES.fill(0);\nexport function',
  ],
  ['a cache that is exported', 'const KEYS', 'export const KEYS'],
  ['inputs that anyone may give', 'function lightness', 'export function lightness'],
  ['a function that anyone may get', 'export function', 'export const f = lightness;\nexport function'],
  ['inputs that may be missing', 'if (a === 255) return', 'if (a !== 255) return'],
  ['inputs of an element before the one that is seen', 'const a = pixels[at + 3];', 'const a = pixels[at];'],
  [
    'inputs of another array',
    '@param {Uint8Array} pixels\n * @param {number} at',
    '@param {Uint16Array} pixels',
  ],
  ['inputs of any array', '@param {Uint8Array} pixels\n * @param {number} at', '@param pixels'],
  ['inputs before the first element', 'let i = 0, at = 0;', 'let i = 0, at = -8;'],
  ['inputs in steps backwards', 'at += 4)', 'at -= 4)'],
  ['inputs at any index', 'ofPixel(pixels, at)', 'ofPixel(pixels, at / 3)'],
  ['a table that is filled by chance', '(i / 255) ** 2.2', 'Math.random()'],
  ['a table that is filled by the clock', '(i / 255) ** 2.2', 'Date.now()'],
  ['a table that is filled by others', '(i / 255) ** 2.2', 'globalThis.gamma'],
  [
    'a table that is changed later',
    'export function',
    'export const dim = () => { GAMMA[3] = 0; };\nexport function',
  ],
  [
    'a table with a second name',
    'export function',
    'export const bytes = () => GAMMA.buffer;\nexport function',
  ],
  ['a table that is handed out', 'export function', 'export const table = () => GAMMA;\nexport function'],
  [
    'a table that a pattern changes',
    'export function',
    'export const dim = (x) => { [GAMMA[3]] = x; };\nexport function',
  ],
  ['a table that is filled after a call', 'const BITS', 'start();\nGAMMA[3] = 7;\nconst BITS'],
];

describe('near misses are left alone', () => {
  test.each(nearMisses)('%s', (_name, from, to) => {
    expect(colours).toContain(from);
    expect(outcomeWith(`let calls = 0;\n${colours.replace(from, () => to)}`)).not.toBe('parallel');
  });
});

test('the variable that they are given is no obstacle itself', () => {
  expect(outcomeWith(`let calls = 0;\n${colours}`)).toBe('parallel');
});
