// An executor that runs chunks in child processes, of which one dies, and prints what came of calls on it.
import { fork } from 'node:child_process';
import { imap, map, mapSync, range, runRequest } from 'doall/runtime';
import { echo, picky, square, thread } from './tasks.mjs';

if (process.send) {
  process.on('message', async (request) => {
    if (process.argv[2] === 'dies') process.exit(1);
    process.send(await runRequest(request));
  });
} else {
  let carried = 0;
  // The second chunk of the first call goes to the host that dies, however slow the machine is.
  const hosts = ['dies', 'lives'].map((fate) =>
    fork(new URL(import.meta.url), [fate], { serialization: 'advanced' }),
  );
  const free = [...hosts];
  const executor = {
    slots: 2,
    execute(request) {
      carried++;
      const host = free.pop();
      return new Promise((resolve, reject) => {
        host.once('exit', () => reject(new Error('the host is gone')));
        host.once('message', resolve);
        host.send(request, (error) => error && reject(new Error('the host is gone')));
      }).finally(() => {
        host.removeAllListeners();
        free.push(host);
      });
    },
  };
  const options = { executor, chunkSize: 10 };
  console.log((await map(square, range(0, 60), undefined, options)).join() === range60().join());
  const told = [];
  for await (const x of imap(echo, range(0, 60), undefined, options)) told.push(x);
  console.log(told.length, carried > 0);
  const error = await map(picky, range(0, 60), { bad: [31, 17] }, options).catch((reason) => reason);
  console.log(error instanceof RangeError, error.message);
  console.log((await map(echo, [() => 1], undefined, options))[0]());
  try {
    mapSync(thread, range(0, 9), undefined, options);
  } catch (reason) {
    console.log(reason.message);
  }
  for (const host of hosts) if (host.connected) host.disconnect();
}

function range60() {
  return Array.from({ length: 60 }, (_, x) => x * x);
}
