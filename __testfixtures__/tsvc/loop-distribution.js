/** TSVC, category "loop distribution", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const e = new Float64Array(N);

/** s221: Independent update of a plus a running recurrence on b; splitting leaves one independent loop. */
export function s221() {
  for (let i = 1; i < N; i++) {
    a[i] += c[i] * d[i];
    b[i] = b[i - 1] + a[i] + d[i];
  }
}

/** s1221: Recurrence of distance 4 on b (groups of four are independent). */
export function s1221() {
  for (let i = 4; i < N; i++) {
    b[i] = b[i - 4] + a[i];
  }
}

/** s222: Recurrence on e sandwiched between two independent updates of a. */
export function s222() {
  for (let i = 1; i < N; i++) {
    a[i] += b[i] * c[i];
    e[i] = e[i - 1] * e[i - 1];
    a[i] -= b[i] * c[i];
  }
}
