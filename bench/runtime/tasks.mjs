// The workload as tasks of doall.
import { task } from 'doall/runtime';
import { crunch, mandelbrotRow } from './workload.mjs';

/** An item is its number of rounds. */
export const spin = task(import.meta.url, 'spin', (rounds) => crunch(rounds, rounds));
export const row = task(import.meta.url, 'row', (y, constants) => mandelbrotRow(y, constants));
export const weigh = task(import.meta.url, 'weigh', ({ rounds, name }) => ({
  name,
  x: crunch(rounds, rounds),
}));
