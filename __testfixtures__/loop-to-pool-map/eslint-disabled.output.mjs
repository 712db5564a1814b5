import { imapSync } from 'doall/runtime';
import { computeHeavyValue, computeHeavyValueInMain, heavy } from './eslint-disabled.worker.mjs';

export function main() {
  const numbers = [1, 2, 3];
  let sum = 0;

  // eslint-disable-next-line doall/prefer-pool-map -- it is measured
  for (const n of numbers) sum += heavy(n);

  for (const n of numbers) sum += heavy(n); // eslint-disable-line

  /* eslint-disable-next-line no-restricted-syntax,
     doall/prefer-pool-map */
  for (const n of numbers) sum += heavy(n);

  // oxlint-disable-next-line doall/prefer-pool-map
  const mapped = numbers.map((n) => heavy(n));

  /* eslint-disable doall/prefer-pool-map, no-restricted-syntax */
  for (const n of numbers) sum += heavy(n);
  /* eslint-enable no-restricted-syntax */
  const filtered = numbers.filter((n) => heavy(n) % 2 === 1);
  /* eslint-enable doall/prefer-pool-map */

  // Other rules, and comments that only speak of it, say nothing of the loop.
  // eslint-disable-next-line no-restricted-syntax
  for (const heavyValue of imapSync(computeHeavyValue, numbers)) {
    sum += heavyValue;
  }

  // no eslint-disable-next-line
  for (const heavyValue of imapSync(computeHeavyValueInMain, numbers)) {
    sum += heavyValue;
  } // eslint-disable

  console.log(sum, mapped, filtered);
}

main();
