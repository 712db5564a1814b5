// doall: tasks of ./this-fields.ts
import { task } from 'doall/runtime';
import { Vector } from './support/vector.js';

function escapeTime(x: number, y: number, rounds: number): number {
  let [a, b] = [x, y];
  for (let i = 0; i < rounds; i++) {
    if (a * a + b * b > 4) return i;
    [a, b] = [a * a - b * b + x, 2 * a * b + y];
  }
  return rounds;
}

export const computeSum = task(
  import.meta.url,
  'computeSum',
  (y: number, { width, height, rounds }: { width: number; height: number; rounds: number }) => {
    let sum = 0;
    for (let x = 0; x < width; x++) {
      sum += escapeTime(x / width - 0.7, y / height, rounds);
    }
    return sum;
  },
);

export const computeOut = task(
  import.meta.url,
  'computeOut',
  (
    y: number,
    {
      width,
      shift,
      thisWidth,
      centre,
      height,
      rounds,
    }: { width: number; shift: Vector; thisWidth: number; centre: Vector; height: number; rounds: number },
  ): number => {
    let sum = 0;
    for (let x = 0; x < thisWidth; x++) {
      sum += escapeTime(x / width + centre.x, y / height + shift.y, rounds);
    }
    return sum;
  },
  { classes: { Vector } },
);
