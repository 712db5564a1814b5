// The workload as a worker of piscina, tinypool, workerpool, poolifier and raw worker_threads. Each may send one item
// or, chunked by hand, a list of them.
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { work } from './workload.mjs';

/** Gives the result for `item`, or the results for `items`. */
export default function run({ name, item, items, constants }) {
  const fn = work[name];
  return items ? items.map((each) => fn(each, constants)) : fn(item, constants);
}

if (!isMainThread && workerData?.raw) {
  parentPort.on('message', (request) => parentPort.postMessage(run(request)));
}
