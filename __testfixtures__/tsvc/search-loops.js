/** TSVC, category "search loops", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const e = new Float64Array(N);

/** s331: Index of the last negative cell (conditional last value, i.e. max index). */
export function s331() {
  let j = -1;
  for (let i = 0; i < N; i++) {
    if (a[i] < 0) {
      j = i;
    }
  }
  return j;
}

/** s332: First cell above a threshold, leaves the loop (early exit). */
export function s332(t) {
  let index = -2;
  let value = -1;
  for (let i = 0; i < N; i++) {
    if (a[i] > t) {
      index = i;
      value = a[i];
      break;
    }
  }
  return value + index;
}
