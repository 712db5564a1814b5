// `node child.mjs <program>` in a repository: runs the program once, and prints how long it took and what it gave.
import { createHash } from 'node:crypto';
import { inspect } from 'node:util';

/** Values only: how an engine stores a number makes no difference, -0 and holes do. */
const print = (value) =>
  inspect(value, { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity, showHidden: true });

const { default: prepare } = await import(process.argv[2]);
const work = await prepare();
const start = performance.now();
const result = await work();
const ms = performance.now() - start;
const hash = createHash('sha256').update(print(result)).digest('hex');
console.log(JSON.stringify({ ms, hash }));
