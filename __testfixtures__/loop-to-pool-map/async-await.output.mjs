import { map, imap } from 'doall/runtime';
import { computeResult, computeHeavyValue, computeHeavy } from './async-await.worker.mjs';

export async function main() {
  const numbers = [1, 2, 3];
  const results = await map(computeResult, [...numbers]);
  let total = 0;
  for await (const heavyValue of imap(computeHeavyValue, numbers)) {
    total += heavyValue;
  }
  console.log(results, total, (await map(computeHeavy, numbers)).join());
}
