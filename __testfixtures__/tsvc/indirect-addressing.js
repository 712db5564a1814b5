/** TSVC, category "indirect addressing", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const ROWS = 16;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const aa = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const ip = new Int32Array(N);

/** s4112: Axpy with gathered reads. */
export function s4112(s) {
  for (let i = 0; i < N; i++) {
    a[i] += b[ip[i]] * s;
  }
}

/** s4113: Gather and scatter through the same index array; independent only if the indices are distinct. */
export function s4113() {
  for (let i = 0; i < N; i++) {
    a[ip[i]] = b[ip[i]] + c[i];
  }
}

/** s4114: Gathered read with a private index temp. */
export function s4114(start) {
  let k;
  for (let i = start - 1; i < N; i++) {
    k = ip[i];
    a[i] = b[i] + c[N - k - 1] * d[i];
    k += 5;
  }
}

/** s4115: Sparse dot product. */
export function s4115() {
  let sum = 0;
  for (let i = 0; i < N; i++) {
    sum += a[i] * b[ip[i]];
  }
  return sum;
}

/** s4116: Sparse dot product with an offset temp. */
export function s4116(inc, j) {
  let sum = 0;
  let off;
  for (let i = 0; i < ROWS - 1; i++) {
    off = inc + i;
    sum += a[off] * aa[j - 1][ip[i]];
  }
  return sum;
}

/** s4117: Reads c at half the index. */
export function s4117() {
  for (let i = 0; i < N; i++) {
    a[i] = b[i] + c[i >> 1] * d[i];
  }
}
