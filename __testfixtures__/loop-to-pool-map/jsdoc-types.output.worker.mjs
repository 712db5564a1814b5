// doall: tasks of ./jsdoc-types.mjs
import { task } from 'doall/runtime';

/** @typedef {import('./jsdoc-types.mjs').Point} Point */

/**
 * How much a point weighs.
 * @param {Point} point
 * @returns {number}
 */
function weigh({ x, of }) {
  let sum = x + of.size;
  for (let i = 0; i < 20000; i++) sum = (sum * 1103515245 + 12345) % 2147483648;
  return sum;
}

/**
 * The first of a list.
 * @template T
 * @param {T[]} list
 */
function first(list) {
  return list[0];
}

export const computeWeight = task(import.meta.url, 'computeWeight', (point) => first([weigh(point)]));
