import { heavy } from './heavy.mjs';

const numbers = [1, 2, 3, 4];

async function failing(x) {
  if (x > 2) throw new Error(`no ${x}`);
  return heavy(x);
}

function rejects() {
  return Promise.all(
    numbers.map(async (x) => {
      if (x > 2) throw new Error(`no ${x}`);
      return heavy(x);
    }),
  );
}

export async function run() {
  const promises = numbers.map(async (x) => heavy(x));
  const settled = await Promise.allSettled(
    numbers.map(async (x) => {
      if (x > 2) throw new Error(`no ${x}`);
      return heavy(x);
    }),
  );
  const named = await Promise.allSettled(numbers.map(failing));
  const kept = numbers.filter(async (x) => heavy(x) < 0);
  const found = numbers.find(async (x) => heavy(x) < 0);
  const iterators = numbers.map(function* (x) {
    yield heavy(x);
  });
  return [
    promises.map((one) => one instanceof Promise),
    settled.map(({ status }) => status),
    named.map(({ status }) => status),
    kept,
    found,
    iterators.map((one) => [...one]),
    await rejects().catch((error) => error.message),
  ];
}
