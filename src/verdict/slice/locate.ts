/** Offsets to lines and columns. */
import type { Location, Range, SourceUnit } from '../../model/index.ts';

const cache = new WeakMap<SourceUnit, readonly number[]>();

/** The start of a range as line and column, both from 1. */
export function locate(unit: SourceUnit, range: Range): Location {
  const starts = lineStarts(unit);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= range[0]) low = middle;
    else high = middle - 1;
  }
  return { file: unit.file, range, line: low + 1, column: range[0] - (starts[low] ?? 0) + 1 };
}

function lineStarts(unit: SourceUnit): readonly number[] {
  const known = cache.get(unit);
  if (known) return known;
  const starts = [
    0,
    ...[...unit.text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map((m) => m.index + m[0].length),
  ];
  cache.set(unit, starts);
  return starts;
}
