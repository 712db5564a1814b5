// Tasks that the tests run, as a worker module that the codemod would have written.
import { threadId } from 'node:worker_threads';
import { mapSync, range, task } from 'doall/runtime';

/** Burns about `milliseconds` of CPU time, whatever the machine. */
export function burn(milliseconds) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

export const square = task(import.meta.url, 'square', (x, constants) => {
  burn(constants?.burn ?? 0.1);
  return x * x;
});

export const echo = task(import.meta.url, 'echo', (item, constants) => {
  burn(constants?.burn ?? 0.1);
  return item;
});

/** `{ item, constants }` as the worker sees them, described by a string, so that the way back can't repair them. */
export const describe = task(import.meta.url, 'describe', (item, constants) => {
  burn(constants?.burn ?? 0.1);
  return JSON.stringify({ item, constants });
});

export const isOdd = task(import.meta.url, 'isOdd', (x) => {
  burn(0.1);
  return x % 2;
});

export const twice = task(import.meta.url, 'twice', (x) => {
  burn(0.1);
  return x % 3 === 0 ? x : [x, [x]];
});

/** Throws for the items that are listed in the constants. */
export const picky = task(import.meta.url, 'picky', (x, { bad }) => {
  burn(0.1);
  if (bad.includes(x)) throw new RangeError(`no ${x}`, { cause: { x } });
  return x;
});

/** Throws one of its items, or an error that holds it; a constant for the last item. */
export const thrower = task(import.meta.url, 'thrower', (item, { bad, whole, reason }) => {
  burn(0.1);
  const x = item.x ?? Number(item.message.slice(3));
  if (x === 399) throw reason;
  if (x !== bad) return x;
  throw whole ? item : Object.assign(new Error('held', { cause: item }), { item });
});

/** Where the task ran. */
export const thread = task(import.meta.url, 'thread', () => {
  burn(0.5);
  return threadId;
});

/** A task that itself maps. */
export const nested = task(import.meta.url, 'nested', (x) =>
  mapSync(square, range(0, 3), { burn: 0.2 }).reduce((a, b) => a + b, x),
);

export const later = task(import.meta.url, 'later', async (x) => {
  burn(0.1);
  await new Promise((done) => setTimeout(done, 1));
  if (x === 150) throw new TypeError('late');
  return x + 1;
});

/** Gives a function, which can't be sent. */
export const boxed = task(import.meta.url, 'boxed', (x) => {
  burn(0.1);
  return () => x;
});

export const laterOdd = task(import.meta.url, 'laterOdd', async (x) => {
  burn(0.1);
  return x % 2;
});

/** Gives several results that share an object. */
export const both = task(import.meta.url, 'both', (x) => {
  const shared = { x };
  return { first: [shared], second: shared };
});

/** Whether the item is the very object that the constants hold. */
export const isSame = task(import.meta.url, 'isSame', (item, { shared }) => item === shared, {
  identity: true,
});

/** Gives an instance of a class that isn't there yet when the task is declared. */
export const point = task(import.meta.url, 'point', (x) => new Point(x), { classes: () => ({ Point }) });
class Point {
  constructor(x) {
    this.x = x;
  }
  double() {
    return 2 * this.x;
  }
}

/** The thread that an item ran on; 0 is the main one. */
export const where = task(import.meta.url, 'where', (x, { burn: milliseconds }) => {
  burn(milliseconds);
  return threadId;
});

/** The sum of a part of a typed array. */
export const sumOf = task(import.meta.url, 'sumOf', (part, { values, size }) => {
  burn(0.5);
  return values.subarray(part * size, (part + 1) * size).reduce((a, b) => a + b, 0);
});

/** A part of a typed array itself. */
export const partOf = task(import.meta.url, 'partOf', (part, { values, size }) => {
  burn(0.5);
  return values.subarray(part * size, (part + 1) * size);
});

/** What is seen of a value, whatever it is; functions and promises too. */
export const kind = task(import.meta.url, 'kind', (value) => {
  burn(0.1);
  return Object.prototype.toString.call(value);
});

/** Results that nobody can be sent: each must come from the calling thread. */
export const unsendable = task(import.meta.url, 'unsendable', (name) => {
  burn(0.1);
  return name === 'proxy' ? new Proxy({ name }, {}) : { name };
});

/** Errors that V8 can't read again, or that throw when they are looked at. */
export const oddError = task(import.meta.url, 'oddError', (name) => {
  burn(0.1);
  const error = new RangeError(name);
  if (name === 'own cause') error.cause = { error };
  if (name === 'stack getter')
    Object.defineProperty(error, 'stack', {
      get() {
        throw new TypeError('no stack');
      },
    });
  throw error;
});

/** Writes bytes that are no text, and text in an encoding. */
export const writeBytes = task(import.meta.url, 'writeBytes', () => {
  process.stdout.write(Buffer.from([0xff, 0xfe]));
  process.stdout.write('6162', 'hex');
});
