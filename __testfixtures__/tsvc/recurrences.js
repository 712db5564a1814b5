/** TSVC, category "recurrences", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const e = new Float64Array(N);

/** s321: First-order linear recurrence. */
export function s321() {
  for (let i = 1; i < N; i++) {
    a[i] += a[i - 1] * b[i];
  }
}

/** s322: Second-order linear recurrence. */
export function s322() {
  for (let i = 2; i < N; i++) {
    a[i] = a[i] + a[i - 1] * b[i] + a[i - 2] * c[i];
  }
}

/** s323: A and b feed each other across iterations. */
export function s323() {
  for (let i = 1; i < N; i++) {
    a[i] = b[i - 1] + c[i] * d[i];
    b[i] = a[i] + c[i] * e[i];
  }
}
