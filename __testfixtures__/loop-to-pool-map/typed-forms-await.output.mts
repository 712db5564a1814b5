import { imap } from 'doall/runtime';
import { computeWorkValue, work } from './typed-forms-await.worker.mjs';

async function wait(): Promise<number> {
  return 20000;
}

export async function main(): Promise<void> {
  const rounds = await wait();
  const numbers = [1, 2, 3];
  const first = numbers.map((n): number => work(n, rounds))[0];
  console.log(first);
  for await (const workValue of imap(computeWorkValue, numbers, { rounds })) {
    console.log(workValue);
  }
}
