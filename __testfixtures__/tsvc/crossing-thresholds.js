/** TSVC, category "crossing thresholds", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const e = new Float64Array(N);

/** s281: Reads a from the far end while writing from the near end; halves meet in the middle. */
export function s281() {
  let x;
  for (let i = 0; i < N; i++) {
    x = a[N - i - 1] + b[i] * c[i];
    a[i] = x - 1;
    b[i] = x;
  }
}

/** s1281: Temp over five arrays written to a[i] and b[i]. */
export function s1281() {
  let x;
  for (let i = 0; i < N; i++) {
    x = b[i] * c[i] + a[i] * d[i] + e[i];
    a[i] = x - 1;
    b[i] = x;
  }
}
