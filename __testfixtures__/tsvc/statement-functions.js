/** TSVC, category "statement functions", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);

/** s4121: Calls a pure two-argument multiply. */
function multiply(x, y) {
  return x * y;
}

export function s4121() {
  for (let i = 0; i < N; i++) {
    a[i] += multiply(b[i], c[i]);
  }
}
