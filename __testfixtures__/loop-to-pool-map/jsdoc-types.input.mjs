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

// ---------- helpers ----------
/**
 * The first of a list.
 * @template T
 * @param {T[]} list
 */
function first(list) {
  return list[0];
}

/** @type {Point[]} */
const points = [
  { x: 1, of: { size: 2 } },
  { x: 2, of: { size: 3 } },
];
/** @type {Other} */
const other = { y: 2 };
/** @type {Visit} */
const visit = ({ x }) => console.log(x, other);

const weights = [];
for (const point of points) {
  weights.push(first([weigh(point)]));
}
points.forEach(visit);
console.log(weights);
