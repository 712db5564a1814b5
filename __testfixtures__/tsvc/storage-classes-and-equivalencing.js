/** TSVC, category "storage classes and equivalencing", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const HALF = 160;
const a = new Float64Array(N);
const b = new Float64Array(N);
const flat = new Float64Array(N + 64);

/** s421: Two names for one array: cell i from cell i+1 (anti only). */
export function s421() {
  const xx = flat;
  const yy = xx;
  for (let i = 0; i < N - 1; i++) {
    xx[i] = yy[i + 1] + a[i];
  }
}

/** s1421: Lower half of b from its upper half through an alias. */
export function s1421() {
  const xx = b.subarray(HALF);
  for (let i = 0; i < HALF; i++) {
    b[i] = xx[i] + a[i];
  }
}

/** s422: Alias shifted by 4 written while offset 8 is read (anti only, distance 4). */
export function s422() {
  const xx = flat.subarray(4);
  for (let i = 0; i < N; i++) {
    xx[i] = flat[i + 8] + a[i];
  }
}

/** s423: Alias shifted by 64 read ahead of the writes (anti only). */
export function s423() {
  const xx = flat.subarray(64);
  for (let i = 0; i < N - 1; i++) {
    flat[i + 1] = xx[i] + a[i];
  }
}

/** s424: Alias writes 64 places ahead of the reads (flow, distance 64). */
export function s424() {
  const xx = flat.subarray(63);
  for (let i = 0; i < N - 1; i++) {
    xx[i + 1] = flat[i] + a[i];
  }
}
