// Measures what the model of scale is made of: what a chunk costs beyond its items, a message that wakes a worker, and a
// claim; in microseconds of CPU time.
import { MessageChannel } from 'node:worker_threads';
import { mapSync } from 'doall/runtime';
import { report } from './report.mjs';
import { brief } from './tasks.mjs';

const rounds = Number(process.argv[2]);
const COUNT = 4000;
const items = new Array(COUNT).fill(1);

function cpuOf(call) {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const callWith = (chunkSize) => cpuOf(() => mapSync(brief, items, null, { force: true, chunkSize }));
const { port1, port2 } = new MessageChannel();
const post = () =>
  cpuOf(() => items.forEach((id) => port1.postMessage({ type: 'job', id, items: [1, 2, 3] })));
const counter = new Int32Array(new SharedArrayBuffer(4));
const claim = () => cpuOf(() => items.forEach(() => Atomics.add(counter, 0, 1)));

for (let round = -2; round < rounds; round++) {
  const single = callWith(1);
  const large = callWith(100);
  const posted = post();
  const claimed = claim();
  if (round < 0) continue;
  report('a chunk: to send, to take in, and to place', 'µs', (single - large) / (COUNT - COUNT / 100));
  report('a message to a worker', 'µs', posted / COUNT);
  report('a claim', 'µs', claimed / COUNT);
}
port2.close();
process.exit();
