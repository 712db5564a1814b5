/** TSVC, category "node splitting", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const e = new Float64Array(N);

/** s241: B[i] uses a[i] and the not yet rewritten a[i+1] (anti only). */
export function s241() {
  for (let i = 0; i < N - 1; i++) {
    a[i] = b[i] * c[i] * d[i];
    b[i] = a[i] * a[i + 1] * d[i];
  }
}

/** s242: Running sum: a[i] from a[i-1] plus invariants and other arrays (scan shape). */
export function s242(s1, s2) {
  for (let i = 1; i < N; i++) {
    a[i] = a[i - 1] + s1 + s2 + b[i] + c[i] + d[i];
  }
}

/** s243: A[i] written twice, second time with old a[i+1] (anti only). */
export function s243() {
  for (let i = 0; i < N - 1; i++) {
    a[i] = b[i] + c[i] * d[i];
    b[i] = a[i] + d[i] * e[i];
    a[i] = b[i] + a[i + 1] * d[i];
  }
}

/** s244: Writes a[i] and a[i+1]; next iteration overwrites a[i+1] (output only). */
export function s244() {
  for (let i = 0; i < N - 1; i++) {
    a[i] = b[i] + c[i] * d[i];
    b[i] = c[i] + b[i];
    a[i + 1] = b[i] + a[i + 1] * d[i];
  }
}

/** s1244: D[i] reads a[i] and the not yet rewritten a[i+1] (anti only). */
export function s1244() {
  for (let i = 0; i < N - 1; i++) {
    a[i] = b[i] + c[i] * c[i] + b[i] * b[i] + c[i];
    d[i] = a[i] + a[i + 1];
  }
}

/** s2244: Writes a[i+1] then a[i]; the next iteration overwrites a[i+1] (output only). */
export function s2244() {
  for (let i = 0; i < N - 1; i++) {
    a[i + 1] = b[i] + e[i];
    a[i] = b[i] + c[i];
  }
}
