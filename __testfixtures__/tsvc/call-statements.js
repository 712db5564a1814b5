/** TSVC, category "call statements", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const e = new Float64Array(N);

/** s471: Two independent updates around a call to an external no-op. */
function noop() {}

export function s471() {
  for (let i = 0; i < N; i++) {
    a[i] = b[i] + d[i] * d[i];
    noop();
    b[i] = c[i] + d[i] * e[i];
  }
}
