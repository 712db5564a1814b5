// What the tests do in a page: each gives something that can be compared.
import * as rt from '/runtime.browser.js';
import * as tasks from '/tasks.mjs';

const force = { force: true, threads: 2 };
const { range } = rt;

async function collect(results) {
  const all = [];
  for await (const result of results) all.push(result);
  return all;
}

export const checks = {
  isolated: () => globalThis.crossOriginIsolated,
  map: () => rt.map(tasks.square, range(0, 500), null, force),
  imap: () => collect(rt.imap(tasks.square, range(0, 500), null, force)),
  sync: () => [rt.mapSync(tasks.square, [1, 2, 3]), [...rt.imapSync(tasks.square, range(0, 3))]],
  inWorkers: async () => [...new Set(await rt.map(tasks.place, range(0, 20), { milliseconds: 1 }, force))],
  unforced: async () => new Set(await rt.map(tasks.place, range(0, 400), { milliseconds: 2 })).has(true),
  small: async () => [...new Set(await rt.map(tasks.place, range(0, 4), { milliseconds: 0 }))],
  classes: async () => {
    const moved = await rt.map(
      tasks.move,
      [1, 2, 3].map((x) => new tasks.Vec(x)),
      { by: 1 },
      force,
    );
    return moved.map((vec) => [vec instanceof tasks.Vec, vec.double]);
  },
  error: async () => {
    const seen = [];
    try {
      for await (const x of rt.imap(tasks.fails, range(0, 100), null, force)) seen.push(x);
      return 'no error';
    } catch (error) {
      return [
        error instanceof RangeError,
        error.message,
        error.code,
        seen.length,
        error.stack.includes('item 37 of 100 in fails'),
      ];
    }
  },
  unsendableResult: async () => typeof (await rt.map(tasks.unsendable, range(0, 40), null, force))[20],
  unsendableItem: () => rt.map(tasks.square, [1, 2, { valueOf: () => 3 }], null, force),
  dies: () => rt.map(tasks.dies, range(0, 40), null, { ...force, chunkSize: 5 }),
  early: async () => {
    for await (const x of rt.imap(tasks.square, range(0, 1e9), null, force)) if (x > 1000) return x;
    return undefined;
  },
  filter: () => rt.filter(tasks.square, range(0, 5), null, force),
  shared: async () => {
    if (typeof SharedArrayBuffer === 'undefined') return 'none';
    const values = new Float64Array(new SharedArrayBuffer(800)).fill(1);
    return [...new Set(await rt.map(tasks.sum, range(0, 100), { values }, force))];
  },
  closed: async () => {
    const pool = new rt.Pool({ threads: 2 });
    await rt.map(tasks.square, range(0, 50), null, { pool, force: true });
    await pool.close();
    return [pool.isClosed, await rt.map(tasks.square, [1, 2], null, { pool, force: true })];
  },
};
globalThis.check = (name) => checks[name]();
