/** TSVC, category "loop peeling", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);

/** s291: Index scalar holds the previous i (first time the last index): wrap-around, removable by peeling. */
export function s291() {
  let previous = N - 1;
  for (let i = 0; i < N; i++) {
    a[i] = (b[i] + b[previous]) * 0.5;
    previous = i;
  }
}

/** s292: Two-level wrap-around index scalars. */
export function s292() {
  let previous = N - 1;
  let before = N - 2;
  for (let i = 0; i < N; i++) {
    a[i] = (b[i] + b[previous] + b[before]) * 0.333;
    before = previous;
    previous = i;
  }
}

/** s293: Every cell becomes a[0], and iteration 0 rewrites a[0] with itself (benign flow, peel it). */
export function s293() {
  for (let i = 0; i < N; i++) {
    a[i] = a[0];
  }
}
