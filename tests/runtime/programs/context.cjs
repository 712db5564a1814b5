// Loads the runtime as Jest 24 does: in a context of its own, with few of Node's globals.
const { readFileSync } = require('node:fs');
const vm = require('node:vm');
const file = require.resolve('doall/runtime');
const globals = { process, Buffer, URL, URLSearchParams, setTimeout, clearTimeout, setImmediate, console };
const context = vm.createContext(globals);
const program = `(function () {
  const { mapSync, range, task } = runtime.exports;
  const wrap = task(file, 'wrap', ([x]) => [x, { thread: 0 }]);
  const results = mapSync(wrap, [[1], [2]], undefined, { force: true });
  console.log(results.every((result) => result instanceof Array && result[1] instanceof Object));
  console.log(results.some(([, { thread }]) => thread > 0), mapSync(wrap, range(0, 0)).length);
})()`;
const runtime = { exports: {} };
const wrapper = vm.compileFunction(
  readFileSync(file, 'utf8'),
  ['require', 'module', 'exports', '__filename', '__dirname'],
  {
    filename: file,
    parsingContext: context,
  },
);
wrapper(require, runtime, runtime.exports, file, __dirname);
Object.assign(globals, { runtime, file: require.resolve('./tasks.cjs') });
vm.runInContext(program, context);
