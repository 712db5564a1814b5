// Compiled by the test beside it, with a library that has `Symbol.dispose` and `AbortSignal`.
import { Pool, map } from 'doall/runtime';
import type { Options } from 'doall/runtime';

export async function use(): Promise<number[]> {
  using first = new Pool();
  await using second = new Pool({ idle: 1 });
  const options: Options = { pool: first, signal: new AbortController().signal, threads: second.threads };
  return map((x: number) => x, [1], undefined, options);
}
