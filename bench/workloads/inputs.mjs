// What the programs share: the repository that they run in, and inputs that are the same on each run.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A path of the repository. */
export const path = (name) => join(process.cwd(), name);

/** A module of the repository. */
export const loadModule = (name) => import(pathToFileURL(path(name)).href);

/** Numbers from 0 up to 1, the same for a seed (mulberry32). */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Points of a number of dimensions. */
export const points = (next, count, dimensions) =>
  Array.from({ length: count }, () => Array.from({ length: dimensions }, next));
