// @ts-check
/**
 * @typedef {object} Point
 * @property {number} x
 * @property {{ size: number }} of
 */

/** @typedef {{ y: number }} Other */
/**
 * @callback Visit
 * @param {Point} point
 */

// ---------- helpers ----------

import { mapSync } from 'doall/runtime';
import { computeWeight } from './jsdoc-types.worker.mjs';

/** @type {Point[]} */
const points = [
  { x: 1, of: { size: 2 } },
  { x: 2, of: { size: 3 } },
];
/** @type {Other} */
const other = { y: 2 };
/** @type {Visit} */
const visit = ({ x }) => console.log(x, other);

const weights = mapSync(computeWeight, [...points]);
points.forEach(visit);
console.log(weights);
