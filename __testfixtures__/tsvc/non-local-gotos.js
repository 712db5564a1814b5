/** TSVC, category "non-local gotos", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);

/** s481: Terminates the whole program when a negative cell is seen (early exit). */
export function s481() {
  for (let i = 0; i < N; i++) {
    if (d[i] < 0) {
      process.exit(1);
    }
    a[i] += b[i] * c[i];
  }
}

/** s482: Breaks after the update when c[i] exceeds b[i] (early exit). */
export function s482() {
  for (let i = 0; i < N; i++) {
    a[i] += b[i] * c[i];
    if (c[i] > b[i]) {
      break;
    }
  }
}
