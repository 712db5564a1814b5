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
  const results = [];
  for (const [a, b] of zip(avalues, bvalues)) {
    let product = (a + b) * k;
    for (let i = 0; i < 1000; i++) product = (product * 31 + i) % 1000003;
    results.push(product);
  }
  return results;
}
