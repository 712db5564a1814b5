/** TSVC, category "linear dependence", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const HALF = 160;
const ROWS = 16;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const aa = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const bb = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const cc = Array.from({ length: ROWS }, () => new Float64Array(ROWS));

/** s000: Element-wise: stores b plus a constant into a. */
export function s000() {
  for (let i = 0; i < N; i++) {
    a[i] = b[i] + 1;
  }
}

/** s111: Stride-2 loop: odd cells of a computed from the even cell before them, so reads and writes never meet. */
export function s111() {
  for (let i = 1; i < N; i += 2) {
    a[i] = a[i - 1] + b[i];
  }
}

/** s1111: Writes only even cells of a from an expression over b, c, d. */
export function s1111() {
  for (let i = 0; i < HALF; i++) {
    a[2 * i] = c[i] * b[i] + d[i] * b[i] + c[i] * c[i];
  }
}

/** s112: Downward loop storing a[i]+b[i] into the next cell up; every read precedes the write that would clobber it (anti only, distance 1). */
export function s112() {
  for (let i = N - 2; i >= 0; i--) {
    a[i + 1] = a[i] + b[i];
  }
}

/** s1112: Downward element-wise loop, direction is irrelevant. */
export function s1112() {
  for (let i = N - 1; i >= 0; i--) {
    a[i] = b[i] + 1;
  }
}

/** s113: Every cell from index 1 up becomes a[0] plus b[i]; a[0] itself is never written. */
export function s113() {
  for (let i = 1; i < N; i++) {
    a[i] = a[0] + b[i];
  }
}

/** s1113: Every cell becomes the middle cell plus b[i]; the middle cell is rewritten half way through (crossing point: anti before, flow after). */
export function s1113() {
  for (let i = 0; i < N; i++) {
    a[i] = a[HALF] + b[i];
  }
}

/** s114: Lower triangle of a matrix filled from its own upper triangle plus another matrix (disjoint halves). */
export function s114() {
  for (let i = 0; i < ROWS; i++) {
    for (let j = 0; j < i; j++) {
      aa[i][j] = aa[j][i] + bb[i][j];
    }
  }
}

/** s115: Triangular-solve shape: step j subtracts a multiple of a[j] from all later cells (flow on the outer loop). */
export function s115() {
  for (let j = 0; j < ROWS; j++) {
    for (let i = j + 1; i < ROWS; i++) {
      a[i] -= aa[j][i] * a[j];
    }
  }
}

/** s1115: Each matrix cell updated from itself times a transposed element of a read-only matrix. */
export function s1115() {
  for (let i = 0; i < ROWS; i++) {
    for (let j = 0; j < ROWS; j++) {
      aa[i][j] = aa[i][j] * cc[j][i] + bb[i][j];
    }
  }
}

/** s116: Hand-unrolled by 5, each cell multiplied by its right neighbour; across iterations only the first cell of the next block is read early (anti only). */
export function s116() {
  for (let i = 0; i < N - 5; i += 5) {
    a[i] = a[i + 1] * a[i];
    a[i + 1] = a[i + 2] * a[i + 1];
    a[i + 2] = a[i + 3] * a[i + 2];
    a[i + 3] = a[i + 4] * a[i + 3];
    a[i + 4] = a[i + 5] * a[i + 4];
  }
}

/** s118: Each a[i] accumulates products with all earlier cells of a (true recurrence on the outer loop). */
export function s118() {
  for (let i = 1; i < ROWS; i++) {
    for (let j = 0; j <= i - 1; j++) {
      a[i] += bb[j][i] * a[i - j - 1];
    }
  }
}

/** s119: Each cell takes the cell diagonally up-left plus b (flow, distance 1,1). */
export function s119() {
  for (let i = 1; i < ROWS; i++) {
    for (let j = 1; j < ROWS; j++) {
      aa[i][j] = aa[i - 1][j - 1] + bb[i][j];
    }
  }
}

/** s1119: Each cell takes the cell directly above plus b (flow, distance 1,0). */
export function s1119() {
  for (let i = 1; i < ROWS; i++) {
    for (let j = 0; j < ROWS; j++) {
      aa[i][j] = aa[i - 1][j] + bb[i][j];
    }
  }
}
