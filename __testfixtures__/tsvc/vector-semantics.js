/** TSVC, category "vector semantics", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const ip = new Int32Array(N);

/** s491: Scatter through an index array; independent only if the indices are distinct. */
export function s491() {
  for (let i = 0; i < N; i++) {
    a[ip[i]] = b[i] + c[i] * d[i];
  }
}
