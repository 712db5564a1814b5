/** TSVC, category "symbolics", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const HALF = 160;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);

/** s171: Updates a[i*inc]; independent exactly when inc is not zero. */
export function s171(inc) {
  for (let i = 0; i < N; i++) {
    a[i * inc] += b[i];
  }
}

/** s172: Updates a[i] with symbolic start and step; independent when the step is not zero. */
export function s172(start, step) {
  for (let i = start - 1; i < N; i += step) {
    a[i] += b[i];
  }
}

/** s173: Lower half copied plus b into upper half, offset equals the trip count. */
export function s173() {
  const k = HALF;
  for (let i = 0; i < HALF; i++) {
    a[i + k] = a[i] + b[i];
  }
}

/** s174: Same as s173 with a symbolic half length M used both as offset and bound. */
export function s174(m) {
  for (let i = 0; i < m; i++) {
    a[i + m] = a[i] + b[i];
  }
}

/** s175: Symbolic step inc, reads a[i+inc] and writes a[i] (anti only). */
export function s175(inc) {
  for (let i = 0; i < N - 1; i += inc) {
    a[i] = a[i + inc] + b[i];
  }
}

/** s176: Convolution: outer loop j adds a contribution to every a[i] (array sum reduction on j; inner i loop is independent). */
export function s176() {
  const m = HALF;
  for (let j = 0; j < HALF; j++) {
    for (let i = 0; i < HALF; i++) {
      a[i] += b[i + m - j - 1] * c[j];
    }
  }
}
