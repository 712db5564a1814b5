/** Times of loops from a profile: by arithmetic on a small one, and on a real one that Node writes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CpuProfile,
  type LoopSpan,
  gainOf,
  measureLoop,
  readCpuProfile,
} from '../../src/facts/profile.ts';
import { defined } from '../builtins/defined.ts';

const frame = (functionName: string, url: string, lineNumber: number) => ({ functionName, url, lineNumber });

/** `main` (line 1) loops over lines 3 to 5, calls `score` there, and `load` before. */
const small = {
  startTime: 0,
  endTime: 100_000,
  nodes: [
    { id: 1, callFrame: frame('(root)', '', -1), hitCount: 0, children: [2] },
    {
      id: 2,
      callFrame: frame('main', 'file:///app/a.js', 0),
      hitCount: 20,
      positionTicks: [
        { line: 2, ticks: 5 },
        { line: 4, ticks: 15 },
      ],
      children: [3, 4, 5],
    },
    {
      id: 3,
      callFrame: frame('score', 'file:///app/b.js', 10),
      hitCount: 40,
      positionTicks: [{ line: 12, ticks: 40 }],
      children: [6],
    },
    { id: 4, callFrame: frame('load', 'node:fs', 5), hitCount: 10, positionTicks: [{ line: 6, ticks: 10 }] },
    {
      id: 5,
      callFrame: frame('', 'file:///app/a.js', 3),
      hitCount: 20,
      positionTicks: [{ line: 4, ticks: 20 }],
    },
    {
      id: 6,
      callFrame: frame('sqrt', 'file:///app/c.js', 1),
      hitCount: 10,
      positionTicks: [{ line: 2, ticks: 10 }],
    },
  ],
};

const loop: LoopSpan = {
  file: '/app/a.js',
  line: 3,
  endLine: 5,
  enclosingLine: 1,
  callees: new Set(['score']),
};

describe('a small profile', () => {
  const profile = readCpuProfile(JSON.stringify(small));

  it('adds own lines, callbacks that start there, and callees with all below them', () => {
    expect(measureLoop(profile, loop)).toBeCloseTo(15 + 20 + 50);
  });
  it('leaves out callees of other names', () => {
    expect(measureLoop(profile, { ...loop, callees: new Set() })).toBeCloseTo(15 + 20);
  });
  it('gives nothing for a loop that took no time, and undefined for a file that it does not know', () => {
    expect(measureLoop(profile, { ...loop, line: 50, endLine: 60, enclosingLine: 49 })).toBe(0);
    expect(measureLoop(profile, { ...loop, file: '/app/other.js' })).toBeUndefined();
  });
  it('takes the time between samples rather than their number', () => {
    const timed = { ...small, samples: [3, 4], timeDeltas: [60_000, 40_000] };
    expect(measureLoop(readCpuProfile(JSON.stringify(timed)), loop)).toBeCloseTo(60);
  });
  it('says when a file is something else', () => {
    expect(() => readCpuProfile('{}')).toThrow(/not a V8 CPU profile/);
    expect(() => readCpuProfile('null')).toThrow(/not a V8 CPU profile/);
  });
});

describe('gain', () => {
  it('is what Amdahl says', () => {
    expect(gainOf(80, 100, 4)).toEqual({ savedMs: 60, speedup: 2.5 });
    expect(gainOf(0, 100, 4).speedup).toBe(1);
  });
});

const program = `
function spin(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.sqrt(i) * (i % 7);
  return sum;
}
function main() {
  let total = 0;
  for (let i = 0; i < 60; i++) {
    total += spin(400_000);
  }
  for (let i = 0; i < 60; i++) {
    total += i;
  }
  return total;
}
if (main() < 0) throw new Error();
`;

describe('a profile that Node wrote', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'doall-profile-')));
  const file = join(folder, 'program.mjs');
  let profile: CpuProfile;

  beforeAll(() => {
    writeFileSync(file, program);
    execFileSync(process.execPath, [
      '--cpu-prof',
      '--cpu-prof-dir',
      folder,
      '--cpu-prof-interval',
      '200',
      file,
    ]);
    const name = defined(readdirSync(folder).find((one) => one.endsWith('.cpuprofile')));
    profile = readCpuProfile(readFileSync(join(folder, name), 'utf8'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const lineOf = (text: string) => program.split('\n').findIndex((line) => line.includes(text)) + 1;
  const span = (text: string, callees: string[]): LoopSpan => ({
    file,
    line: lineOf(text) - 1,
    endLine: lineOf(text) + 1,
    enclosingLine: lineOf('function main'),
    callees: new Set(callees),
  });

  it('tells the heavy loop from the light one', () => {
    const heavy = defined(measureLoop(profile, span('total += spin', ['spin'])));
    const light = defined(measureLoop(profile, span('total += i', [])));
    expect(heavy).toBeGreaterThan(light);
    expect(heavy).toBeLessThanOrEqual(profile.totalMs);
  });
});
