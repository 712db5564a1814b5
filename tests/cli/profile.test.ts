import { describe, expect, test } from 'vitest';
import { addMeasuredTimes, readProfile, type CpuProfile } from '../../src/cli/profile.ts';
import { UserError } from '../../src/cli/errors.ts';
import type { Verdict } from '../../src/model/index.ts';
import { blocked, parallel } from '../report/verdicts.ts';
import { makeFolder } from './harness.ts';

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

function at(base: Verdict, file: string, text: string, line: number, endLine: number): Verdict {
  const start = source.indexOf(text);
  const range = [start, source.indexOf('\n', start)] as const;
  const end = endLine === line ? range[1] : source.indexOf('  }', start) + 3;
  return { ...base, loop: { ...base.loop, file, range: [start, end], start: { line, column: 3 }, endLine } };
}

/** One tick is 10 ms: 100 samples in a second. */
function profileOf(url: string): CpuProfile {
  const frame = (functionName: string, lineNumber: number, columnNumber = 0, from = url) => ({
    functionName,
    url: from,
    lineNumber,
    columnNumber,
  });
  return {
    startTime: 0,
    endTime: 1_000_000,
    samples: Array.from({ length: 100 }, () => 1),
    nodes: [
      { id: 1, callFrame: frame('(root)', -1, -1, ''), hitCount: 10, children: [2] },
      { id: 2, callFrame: frame('', 0), hitCount: 0, children: [3, 8] },
      {
        id: 3,
        callFrame: frame('render', 3, 22),
        hitCount: 20,
        children: [4, 6, 7],
        positionTicks: [
          { line: 5, ticks: 5 },
          { line: 7, ticks: 15 },
          { line: 2, ticks: 4 },
          { line: 9, ticks: 3 },
        ],
      },
      { id: 4, callFrame: frame('map', -1, -1, ''), hitCount: 1, children: [5] },
      { id: 5, callFrame: frame('', 4, 19), hitCount: 9 },
      { id: 6, callFrame: frame('heavy', 0, 0, 'file:///elsewhere.js'), hitCount: 30 },
      { id: 7, callFrame: frame('work', 0, 13), hitCount: 20 },
      { id: 8, callFrame: frame('heavy', 0, 0, 'file:///elsewhere.js'), hitCount: 10 },
    ],
  };
}

describe('measured times of loops', () => {
  const folder = makeFolder({ 'a.js': source });
  const file = `${folder}/a.js`;
  const loops = [at(parallel, file, 'xs.map(', 5, 5), at(blocked, file, 'for (const x', 6, 8)];

  test.each([file, `file://${file}`])('own lines, callbacks, and callees that the loop names: %s', (url) => {
    const measured = addMeasuredTimes(loops, profileOf(url), 5e6);
    // 5 own ticks, 4 of work inlined, its other 20, and map's 10; 15 own ticks and heavy's 30. Line 9 is in neither loop.
    expect(measured.map(({ cost }) => cost.measuredMs)).toEqual([390, 450]);
    expect(measured.map(({ worthwhile }) => worthwhile)).toEqual([true, false]);
  });

  test('a loop that took no time is not worth a rewrite', () => {
    const [verdict] = addMeasuredTimes(loops, profileOf('file:///other.js'), 5e6);
    expect(verdict).toMatchObject({ outcome: 'parallel', worthwhile: false, cost: { measuredMs: 0 } });
  });

  test('what is no profile is refused', () => {
    const other = makeFolder({ 'a.cpuprofile': '{}', 'b.cpuprofile': 'text' });
    for (const name of ['a.cpuprofile', 'b.cpuprofile', 'c.cpuprofile']) {
      expect(() => readProfile(`${other}/${name}`)).toThrow(UserError);
    }
  });
});
