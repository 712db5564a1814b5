import { imapSync, settledValue } from 'doall/runtime';
import { computeCheckValue } from './errors.worker.mjs';

export function main() {
  const numbers = [1, 3, 5, 7, 9];
  for (const [n, outcome] of imapSync(computeCheckValue, numbers, undefined, {
    withItems: true,
    settled: true,
  })) {
    console.log('before', n);
    const checkValue = settledValue(outcome);
    console.log(checkValue);
  }
}
