/** Times of loops from a profile: by arithmetic on a small one, and on a real one that Node writes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { LoopSite } from '../../src/facts/index.ts';
import { findLoops } from '../../src/facts/index.ts';
import { measureLoop } from '../../src/facts/measure-loop.ts';
import { parseSource, readCpuProfile } from '../../src/parse/index.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'doall-profile-')));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function sitesOf(file: string, text: string): LoopSite[] {
  const result = parseSource(text, file);
  if ('skipped' in result) throw new Error(result.skipped.message);
  return findLoops(result.unit);
}

const source = `function work(x) {
  return x * 2;
}
export function render(xs) {
  const a = xs.map((x) => work(x));
  for (const x of xs) {
    heavy(x);
  }
  work(1);
}
`;

/** One tick is 10 ms: 100 samples in a second. */
function smallProfile(url: string, extra: object = {}): string {
  const frame = (functionName: string, lineNumber: number, columnNumber = 0, from = url) => ({
    functionName,
    url: from,
    lineNumber,
    columnNumber,
  });
  const other = 'file:///elsewhere.js';
  const render = [
    { line: 5, ticks: 5 },
    { line: 7, ticks: 15 },
    { line: 2, ticks: 4 },
    { line: 9, ticks: 3 },
  ];
  const nodes = [
    { id: 1, callFrame: frame('(root)', -1, -1, ''), hitCount: 3, children: [2] },
    { id: 2, callFrame: frame('', 0), hitCount: 0, children: [3, 8] },
    { id: 3, callFrame: frame('render', 3, 22), hitCount: 27, children: [4, 6, 7], positionTicks: render },
    { id: 4, callFrame: frame('map', -1, -1, ''), hitCount: 1, children: [5] },
    { id: 5, callFrame: frame('', 4, 19), hitCount: 9 },
    { id: 6, callFrame: frame('heavy', 0, 0, other), hitCount: 30 },
    { id: 7, callFrame: frame('work', 0, 13), hitCount: 20 },
    { id: 8, callFrame: frame('heavy', 0, 0, other), hitCount: 10 },
  ];
  return JSON.stringify({ startTime: 0, endTime: 1_000_000, nodes, ...extra });
}

describe('a small profile', () => {
  const file = write('a.js', source);
  const [map, forOf] = sitesOf(file, source) as [LoopSite, LoopSite];
  const read = (url: string, extra?: object) =>
    readCpuProfile(write('a.cpuprofile', smallProfile(url, extra)));

  it.each([file, pathToFileURL(file).href])(
    'own lines, callbacks, callees, and what V8 inlined: %s',
    (url) => {
      const profile = read(url);
      // 5 own ticks, 4 of work inlined, its other 20, and map's 10; 15 own ticks and heavy's 30. Line 9 is in neither loop.
      expect(measureLoop(profile, map)).toBeCloseTo(390);
      expect(measureLoop(profile, forOf)).toBeCloseTo(450);
    },
  );
  it('gives nothing for a file that did not run', () => {
    expect(measureLoop(read('file:///other.js'), map)).toBe(0);
  });
  it('takes the time between samples rather than their number', () => {
    const timed = { samples: [6, 4], timeDeltas: [60_000, 40_000] };
    expect(measureLoop(read(file, timed), forOf)).toBeCloseTo(60);
  });
  it.each(['{}', 'null', 'text', '{"startTime":0,"endTime":1,"nodes":[{}]}'])(
    'says when a file is none: %s',
    (text) => {
      expect(() => readCpuProfile(write('b.cpuprofile', text))).toThrow(/CPU profile.*node --cpu-prof/);
    },
  );
  it('says when there is no file', () => {
    expect(() => readCpuProfile(join(folder, 'none.cpuprofile'))).toThrow(/node --cpu-prof/);
  });
});

const program = `
const isPrime = (n) => {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
};
class Model {
  score(n) {
    return isPrime(n) ? 1 : 0;
  }
}
function main() {
  const model = new Model();
  let total = 0;
  for (let n = 0; n < 900_000; n++) {
    total += model.score(n);
  }
  for (let i = 0; i < 60; i++) {
    total += i;
  }
  return total;
}
if (main() < 0) throw new Error();
`;

describe('a profile that Node wrote', () => {
  it('tells the heavy loop, whose callees were inlined, from the light one', () => {
    const file = write('program.mjs', program);
    const name = 'program.cpuprofile';
    execFileSync(process.execPath, ['--cpu-prof', '--cpu-prof-dir', folder, '--cpu-prof-name', name, file]);
    const profile = readCpuProfile(join(folder, name));
    const sites = sitesOf(file, program).filter(({ loop }) => loop.enclosing?.name === 'main');
    const [heavy = 0, light = 0] = sites.map((site) => measureLoop(profile, site));
    expect(heavy).toBeGreaterThan(light * 5);
    expect(heavy).toBeGreaterThan(profile.totalMs / 4);
    expect(heavy).toBeLessThanOrEqual(profile.totalMs);
  });
});
