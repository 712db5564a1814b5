// Values, errors and ends of calls that programs seldom meet: each line is what a plain loop gives, and the program ends.
import { imapSync, map, mapSync, Pool, range } from 'doall/runtime';
import { stuckAt } from './faulty.mjs';
import { kind, later, oddError, square, unsendable } from './tasks.mjs';

const options = { force: true, chunkSize: 2, threads: 3 };

/** Ends the workers in the middle of a call that has started them, and that never lets this thread see their end. */
function sumAcrossClose() {
  const pool = new Pool({ threads: 3 });
  let sum = 0;
  for (const x of imapSync(square, range(0, 100), undefined, { ...options, pool })) {
    if (x === 25) void pool.close();
    sum += x;
  }
  return sum;
}

/** Items that are ended, more of them than there are workers, all in one call that blocks. */
function* outcomes() {
  const pool = new Pool({ threads: 2 });
  const limits = { pool, itemTimeout: 100, settled: true };
  for (const { ok, value, error } of imapSync(stuckAt, [1, 0, 0, 0, 0, 2], 0, limits))
    yield ok ? value : error.name;
}

const cases = {
  'blocking, then closed': sumAcrossClose,
  'items ended': () => [...outcomes()].join(),
  // Workers are up from here on.
  warm: () => mapSync(square, range(0, 40), undefined, options).length,
  'items not sent': async () => (await map(kind, [1, 2, 3, 4, () => 5, 6], undefined, options)).join(),
  'results not sent': () =>
    mapSync(unsendable, ['a', 'proxy', 'proxy', 'b'], undefined, options)
      .map(({ name }) => name)
      .join(),
  'promises of a blocking call': () =>
    mapSync(later, range(0, 6), undefined, options).every((result) => result instanceof Promise),
  'own cause, blocking': () => mapSync(oddError, ['own cause', 'b'], undefined, options),
  'own cause': () => map(oddError, ['own cause', 'b'], undefined, options),
  'stack getter, blocking': () => mapSync(oddError, ['stack getter', 'b'], undefined, options),
  'stack getter': () => map(oddError, ['stack getter', 'b'], undefined, options),
};

for (const [name, call] of Object.entries(cases)) {
  try {
    console.log(name, await call());
  } catch (error) {
    console.log(name, error.name, error.message);
  }
}
