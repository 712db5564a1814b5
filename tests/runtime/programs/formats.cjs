// The CommonJS copy of the runtime, with a task of the ES module copy and one of its own, on one pool.
const { mapSync, range } = require('doall/runtime');
const { cube } = require('./tasks.cjs');

(async () => {
  const { square } = await import('./tasks.mjs');
  const esm = await import('doall/runtime');
  const cubes = mapSync(cube, range(0, 1500));
  const squares = esm.mapSync(square, range(0, 1500));
  const mixed = mapSync(square, range(0, 1500));
  console.log(cubes[9], squares[9], mixed[9]);
  console.log('pools', globalThis[Symbol.for('doall.runtime/1')].pool === undefined ? 0 : 1);
})();
