// Tasks for the tests in a browser. There are no bare specifiers in a worker: import maps don't reach there.
import { task } from '/runtime.browser.js';

const isWorker = typeof WorkerGlobalScope !== 'undefined';

function burn(milliseconds) {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

export class Vec {
  constructor(x) {
    this.x = x;
  }
  get double() {
    return 2 * this.x;
  }
}

const declare = (name, fn, options) => task(import.meta.url, name, fn, options);

export const square = declare('square', (x) => x * x);
export const place = declare('place', (_, { milliseconds }) => {
  burn(milliseconds);
  return isWorker;
});
export const move = declare('move', (vec, { by }) => new Vec(vec.x + by), { classes: { Vec } });
export const fails = declare('fails', (x) => {
  if (x === 37) throw Object.assign(new RangeError(`item ${x}`), { code: 'E37' });
  return x;
});
export const unsendable = declare('unsendable', (x) => (x === 20 ? () => x : x));
export const dies = declare('dies', (x) => {
  if (isWorker && x === 10) self.close();
  return x + 1;
});
export const sum = declare(
  'sum',
  (i, { values }) => values[i] + (values.buffer instanceof ArrayBuffer ? 0 : 0.5),
);
