/** TSVC, category "interprocedural data flow", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const e = new Float64Array(N);

/** s151: The loop sits in a helper that receives the offset 1: a[i] from a[i+1] (anti only). */
function s151s(m) {
  for (let i = 0; i < N - 1; i++) {
    a[i] = a[i + m] + b[i];
  }
}

export function s151() {
  s151s(1);
}

/** s152: Body calls a helper that updates a[i] from b[i] and c[i]. */
function s152s(i) {
  a[i] += b[i] * c[i];
}

export function s152() {
  for (let i = 0; i < N; i++) {
    b[i] = d[i] * e[i];
    s152s(i);
  }
}
