// Tasks in a CommonJS module.
const { task } = require('doall/runtime');

exports.cube = task(__filename, 'cube', (x) => {
  const end = performance.now() + 0.1;
  while (performance.now() < end);
  return x ** 3;
});

exports.wrap = task(__filename, 'wrap', ([x]) => [x, { thread: require('node:worker_threads').threadId }]);
