/** TSVC, category "packing", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const ROWS = 16;
const a = new Float64Array(N);
const b = new Float64Array(N);
const aa = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const bb = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const flat = new Float64Array(N + 64);

/** s341: Positive cells copied to consecutive places (order-preserving filter). */
export function s341() {
  let j = -1;
  for (let i = 0; i < N; i++) {
    if (b[i] > 0) {
      j++;
      a[j] = b[i];
    }
  }
}

/** s342: Consecutive values handed out to the positive cells (unpack). */
export function s342() {
  let j = -1;
  for (let i = 0; i < N; i++) {
    if (a[i] > 0) {
      j++;
      a[i] = b[j];
    }
  }
}

/** s343: Order-preserving filter of a matrix into a flat array. */
export function s343() {
  let k = -1;
  for (let i = 0; i < ROWS; i++) {
    for (let j = 0; j < ROWS; j++) {
      if (bb[j][i] > 0) {
        k++;
        flat[k] = aa[j][i];
      }
    }
  }
}
