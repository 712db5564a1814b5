/** TSVC, category "induction variable recognition", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const HALF = 160;
const ROWS = 16;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const e = new Float64Array(N);
const aa = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const bb = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const cc = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const flat = new Float64Array(N + 64);

/** s121: Temp j=i+1 indexes a read of the next cell of a before it is rewritten (anti only; j is a privatisable temp). */
export function s121() {
  let j;
  for (let i = 0; i < N - 1; i++) {
    j = i + 1;
    a[i] = a[j] + b[i];
  }
}

/** s122: Strided update of a with b walked backwards through a running counter of symbolic step (needs induction substitution and a non-zero step). */
export function s122(start, step) {
  let j = 1;
  let k = 0;
  for (let i = start - 1; i < N; i += step) {
    k += j;
    a[i] += b[N - k];
  }
}

/** s123: Write cursor advances one or two places per iteration depending on data (variable-length append, like flatMap). */
export function s123() {
  let j = -1;
  for (let i = 0; i < HALF; i++) {
    j++;
    a[j] = b[i] + d[i] * e[i];
    if (c[i] > 0) {
      j++;
      a[j] = c[i] + d[i] * e[i];
    }
  }
}

/** s124: Write cursor advances once on either branch of the if, so it equals i after substitution. */
export function s124() {
  let j = -1;
  for (let i = 0; i < N; i++) {
    if (b[i] > 0) {
      j++;
      a[j] = b[i] + d[i] * e[i];
    } else {
      j++;
      a[j] = c[i] + d[i] * e[i];
    }
  }
}

/** s125: Linear cursor runs across a 2-level nest filling a flat array; cursor equals i*N+j. */
export function s125() {
  let k = -1;
  for (let i = 0; i < ROWS; i++) {
    for (let j = 0; j < ROWS; j++) {
      k++;
      flat[k] = aa[i][j] + bb[i][j] * cc[i][j];
    }
  }
}

/** s126: Columns computed independently with a recurrence down each column, while a flat cursor runs through the nest. */
export function s126() {
  let k = 1;
  for (let i = 0; i < ROWS; i++) {
    for (let j = 1; j < ROWS; j++) {
      bb[j][i] = bb[j - 1][i] + flat[k - 1] * cc[j][i];
      k++;
    }
    k++;
  }
}

/** s127: Cursor bumped twice per iteration, two cells of a written per iteration. */
export function s127() {
  let j = -1;
  for (let i = 0; i < HALF; i++) {
    j++;
    a[j] = b[i] + c[i] * d[i];
    j++;
    a[j] = b[i] + d[i] * e[i];
  }
}

/** s128: Two cursors defined from each other (both affine in i); writes a[i] and the even cells of b. */
export function s128() {
  let j = -1;
  let k;
  for (let i = 0; i < HALF; i++) {
    k = j + 1;
    a[i] = b[k] - d[i];
    j = k + 1;
    b[k] = a[i] + c[k];
  }
}
