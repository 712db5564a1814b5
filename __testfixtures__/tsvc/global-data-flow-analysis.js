/** TSVC, category "global data flow analysis", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const ROWS = 16;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const aa = Array.from({ length: ROWS }, () => new Float64Array(ROWS));

/** s131: Reads a[i+m] with m known to be 1, writes a[i] (anti only). */
export function s131() {
  const m = 1;
  for (let i = 0; i < N - 1; i++) {
    a[i] = a[i + m] + b[i];
  }
}

/** s132: Row index temps known to be 0 and 1: one matrix row written, the other read. */
export function s132() {
  const m = 0;
  const j = m;
  const k = m + 1;
  for (let i = 1; i < ROWS; i++) {
    aa[j][i] = aa[k][i - 1] + b[i] * c[1];
  }
}
