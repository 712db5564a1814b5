// The workload as a worker of piscina, tinypool, workerpool, poolifier and raw worker_threads. Each may send one item
// or, chunked by hand, a list of them.
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { crunch } from './workload.mjs';

const run = (items) =>
  Array.isArray(items) ? items.map((rounds) => crunch(rounds, rounds)) : crunch(items, items);
export default run;

if (!isMainThread && workerData?.raw) parentPort.on('message', (items) => parentPort.postMessage(run(items)));
