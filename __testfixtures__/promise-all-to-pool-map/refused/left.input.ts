function heavy(n: number): number {
  let x = n + 1;
  for (let i = 0; i < 1e6; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export function keptAndChanged(numbers: number[]) {
  const promise = Promise.all(numbers.map(async (n) => heavy(n)));
  numbers.push(3);
  return promise;
}

export async function waits(numbers: number[]) {
  return await Promise.all(numbers.map(async (n) => heavy(await n)));
}

export async function settled(numbers: number[]) {
  return await Promise.allSettled(numbers.map(async (n) => heavy(n)));
}

export async function commented(numbers: number[]) {
  return await Promise.all(
    // One after another, in fact.
    numbers.map(async (n) => heavy(n)),
  );
}

export async function counts(numbers: number[]) {
  let done = 0;
  return await Promise.all(
    numbers.map(async (n) => {
      done++;
      return heavy(n) + done;
    }),
  );
}

export async function random(numbers: number[]) {
  return await Promise.all(numbers.map(async (n) => heavy(n) * Math.random()));
}

export async function nested(numbers: number[]) {
  return await Promise.all(numbers.map(async (n) => Promise.all([heavy(n)])));
}

export async function own(numbers: number[], Promise: { all: (list: unknown[]) => unknown }) {
  return await Promise.all(numbers.map(async (n) => heavy(n)));
}

export async function disabled(numbers: number[]) {
  // eslint-disable-next-line doall/no-promise-all-cpu
  return await Promise.all(numbers.map(async (n) => heavy(n)));
}

export async function clearsAtTheEnd(rows: { n: number }[]) {
  try {
    return Promise.all(rows.map(async (row) => heavy(row.n)));
  } finally {
    for (const row of rows) row.n = 0;
  }
}

const clear = (rows: { n: number }[]) => (found: number[]) => found.concat(rows.splice(0).length);

export async function changedByAnArgument(rows: { n: number }[]) {
  return Promise.all(rows.map(async (row) => heavy(row.n))).then(clear(rows));
}
