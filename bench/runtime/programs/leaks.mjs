// What a program may leave behind: threads, memory, open handles.
import { readdirSync } from 'node:fs';

const workers = new Set();
process.on('worker', (worker) => {
  workers.add(worker);
  worker.on('exit', () => workers.delete(worker));
});
export { workers };

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Threads of this process, those of Node and V8 included, where the system tells. */
function countThreads() {
  try {
    return readdirSync('/proc/self/task').length;
  } catch {
    return NaN;
  }
}

/** Counts after a rest; run Node with --expose-gc. */
export async function takeStock() {
  for (let i = 0; i < 4; i++) {
    await pause(50);
    globalThis.gc();
  }
  return {
    threads: countThreads(),
    workers: workers.size,
    handles: process.getActiveResourcesInfo().length,
    heap: process.memoryUsage().heapUsed / 2 ** 20,
    outside: (process.memoryUsage().external + process.memoryUsage().arrayBuffers) / 2 ** 20,
    rss: process.memoryUsage.rss() / 2 ** 20,
  };
}

/** What there is more than before, by name. */
export function growth(before, after) {
  return Object.fromEntries(Object.keys(before).map((key) => [key, after[key] - before[key]]));
}
