/** TSVC, category "parameters", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);

/** s431: Offset folds to zero at compile time, element-wise. */
export function s431() {
  const k1 = 1;
  const k2 = 2;
  const k = 2 * k1 - k2;
  for (let i = 0; i < N; i++) {
    a[i] = a[i + k] + b[i];
  }
}
