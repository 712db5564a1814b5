/** TSVC, category "loop rerolling", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const ip = new Int32Array(N);

/** s351: Axpy unrolled by five. */
export function s351() {
  const alpha = c[0];
  for (let i = 0; i < N; i += 5) {
    a[i] += alpha * b[i];
    a[i + 1] += alpha * b[i + 1];
    a[i + 2] += alpha * b[i + 2];
    a[i + 3] += alpha * b[i + 3];
    a[i + 4] += alpha * b[i + 4];
  }
}

/** s1351: Element-wise add walked with pointers. */
export function s1351() {
  let to = 0;
  let left = 0;
  let right = 0;
  for (let i = 0; i < N; i++) {
    a[to] = b[left] + c[right];
    to++;
    left++;
    right++;
  }
}

/** s352: Dot product unrolled by five. */
export function s352() {
  let dot = 0;
  for (let i = 0; i < N; i += 5) {
    dot =
      dot +
      a[i] * b[i] +
      a[i + 1] * b[i + 1] +
      a[i + 2] * b[i + 2] +
      a[i + 3] * b[i + 3] +
      a[i + 4] * b[i + 4];
  }
  return dot;
}

/** s353: Unrolled update of a from gathered cells of b (reads only are indirect). */
export function s353() {
  const alpha = c[0];
  for (let i = 0; i < N; i += 5) {
    a[i] += alpha * b[ip[i]];
    a[i + 1] += alpha * b[ip[i + 1]];
    a[i + 2] += alpha * b[ip[i + 2]];
    a[i + 3] += alpha * b[ip[i + 3]];
    a[i + 4] += alpha * b[ip[i + 4]];
  }
}
