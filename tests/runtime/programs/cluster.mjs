// Processes of a cluster: each has workers of its own, and ends when its work is done.
import cluster from 'node:cluster';
import { imapSync, map, mapSync, range } from 'doall/runtime';
import { square, thread } from './tasks.mjs';

const options = { force: true, threads: 2 };
if (cluster.isPrimary) {
  let ended = 0;
  cluster.on('exit', (_, code) => {
    console.log(code);
    if (++ended === 2) console.log(mapSync(square, range(0, 40), { burn: 0 }, options).join() === squares());
  });
  for (let k = 0; k < 2; k++) cluster.fork();
} else {
  const all = [
    mapSync(square, range(0, 40), { burn: 0 }, options),
    [...imapSync(square, range(0, 40), { burn: 0 }, options)],
    await map(square, range(0, 40), { burn: 0 }, options),
  ];
  const isRight = all.every((results) => results.join() === squares());
  const isThreaded = mapSync(thread, range(0, 40), undefined, options).some((id) => id > 0);
  process.exitCode = isRight && isThreaded ? 0 : 1;
  cluster.worker.disconnect();
}

function squares() {
  return Array.from({ length: 40 }, (_, x) => x * x).join();
}
