import { imapSync, settledValue } from 'doall/runtime';
import { computeValue } from './errors.worker.mjs';

export function main() {
  const numbers = [1, 3, 5, 7, 9];
  for (const [n, outcome] of imapSync(computeValue, numbers, undefined, { withItems: true, settled: true })) {
    console.log('before', n);
    const value = settledValue(outcome);
    console.log(value);
  }
}
