/** TSVC, category "loop interchange", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const ROWS = 16;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const aa = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const bb = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const cc = Array.from({ length: ROWS }, () => new Float64Array(ROWS));

/** s231: Recurrence runs down each column; the outer column loop is independent. */
export function s231() {
  for (let i = 0; i < ROWS; i++) {
    for (let j = 1; j < ROWS; j++) {
      aa[j][i] = aa[j - 1][i] + bb[j][i];
    }
  }
}

/** s232: Triangular nest, recurrence runs along each row; the outer row loop is independent. */
export function s232() {
  for (let j = 1; j < ROWS; j++) {
    for (let i = 1; i <= j; i++) {
      aa[j][i] = aa[j][i - 1] * aa[j][i - 1] + bb[j][i];
    }
  }
}

/** s1232: Triangular element-wise sum of two matrices. */
export function s1232() {
  for (let j = 0; j < ROWS; j++) {
    for (let i = j; i < ROWS; i++) {
      aa[i][j] = bb[i][j] + cc[i][j];
    }
  }
}

/** s233: Two inner loops: aa recurs down the column (inner), bb recurs across columns (outer). */
export function s233() {
  for (let i = 1; i < ROWS; i++) {
    for (let j = 1; j < ROWS; j++) {
      aa[j][i] = aa[j - 1][i] + cc[j][i];
    }
    for (let j = 1; j < ROWS; j++) {
      bb[j][i] = bb[j][i - 1] + cc[j][i];
    }
  }
}

/** s2233: Two inner loops: aa recurs down the column (inner), bb recurs down rows (outer). */
export function s2233() {
  for (let i = 1; i < ROWS; i++) {
    for (let j = 1; j < ROWS; j++) {
      aa[j][i] = aa[j - 1][i] + cc[j][i];
    }
    for (let j = 1; j < ROWS; j++) {
      bb[i][j] = bb[i - 1][j] + cc[i][j];
    }
  }
}

/** s235: A[i] updated, then a column recurrence that uses a[i]; columns are independent. */
export function s235() {
  for (let i = 0; i < ROWS; i++) {
    a[i] += b[i] * c[i];
    for (let j = 1; j < ROWS; j++) {
      aa[j][i] = aa[j - 1][i] + bb[j][i] * a[i];
    }
  }
}
