/** TSVC, category "intrinsic functions", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);

/** s451: Sum of sine and cosine of two inputs (pure library calls). */
export function s451() {
  for (let i = 0; i < N; i++) {
    a[i] = Math.sin(b[i]) + Math.cos(c[i]);
  }
}

/** s452: Uses the loop index as a value. */
export function s452() {
  for (let i = 0; i < N; i++) {
    a[i] = b[i] + c[i] * (i + 1);
  }
}

/** s453: Scalar grows by two per iteration and scales b[i] (induction, closed form 2(i+1)). */
export function s453() {
  let s = 0;
  for (let i = 0; i < N; i++) {
    s += 2;
    a[i] = s * b[i];
  }
}
