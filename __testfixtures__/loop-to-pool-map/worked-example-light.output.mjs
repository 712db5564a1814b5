import { mapSync } from 'doall/runtime';
import { computeResult } from './worked-example-light.worker.mjs';

/** The worked example as it is taught: the body is a product and a sum. */
export function main() {
  const avalues = Array.from({ length: 20 }, (_, i) => i);
  const bvalues = Array.from({ length: 20 }, (_, i) => 100 + i);
  console.log(combine(avalues, bvalues, 100));
}

function* zip(as, bs) {
  for (let i = 0; i < as.length; i++) yield [as[i], bs[i]];
}

function combine(avalues, bvalues, k) {
  const results = mapSync(computeResult, [...zip(avalues, bvalues)], { k });
  return results;
}
