/** TSVC, category "statement reordering", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const e = new Float64Array(N);

/** s211: A[i] reads b[i-1] which the previous iteration rewrote (flow distance 1); swapping/distributing the statements frees it. */
export function s211() {
  for (let i = 1; i < N - 1; i++) {
    a[i] = b[i - 1] + c[i] * d[i];
    b[i] = b[i + 1] - e[i] * d[i];
  }
}

/** s212: A[i] scaled, then b[i] reads the still-old a[i+1] (anti only). */
export function s212() {
  for (let i = 0; i < N - 1; i++) {
    a[i] *= c[i];
    b[i] += a[i + 1] * d[i];
  }
}

/** s1213: A[i] from b[i-1] (flow) and b[i] from a[i+1] (anti): reorder needs a temp copy. */
export function s1213() {
  for (let i = 1; i < N - 1; i++) {
    a[i] = b[i - 1] + c[i];
    b[i] = a[i + 1] * d[i];
  }
}
