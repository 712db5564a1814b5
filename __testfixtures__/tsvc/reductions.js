/** TSVC, category "reductions", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const HALF = 160;
const ROWS = 16;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const e = new Float64Array(N);
const aa = Array.from({ length: ROWS }, () => new Float64Array(ROWS));

/** s311: Sum. */
export function s311() {
  let sum = 0;
  for (let i = 0; i < N; i++) {
    sum += a[i];
  }
  return sum;
}

/** s31111: Sum unrolled into eight calls of a helper that sums four cells (no loop in the caller). */
function s31111s(from) {
  let sum = 0;
  for (let i = from; i < from + 4; i++) {
    sum += a[i];
  }
  return sum;
}

export function s31111() {
  let sum = 0;
  sum += s31111s(0);
  sum += s31111s(4);
  sum += s31111s(8);
  sum += s31111s(12);
  sum += s31111s(16);
  sum += s31111s(20);
  sum += s31111s(24);
  sum += s31111s(28);
  return sum;
}

/** s312: Product. */
export function s312() {
  let product = 1;
  for (let i = 0; i < N; i++) {
    product *= a[i];
  }
  return product;
}

/** s313: Dot product. */
export function s313() {
  let dot = 0;
  for (let i = 0; i < N; i++) {
    dot += a[i] * b[i];
  }
  return dot;
}

/** s314: Maximum through an if. */
export function s314() {
  let x = a[0];
  for (let i = 0; i < N; i++) {
    if (a[i] > x) {
      x = a[i];
    }
  }
  return x;
}

/** s315: Maximum and the index where it first occurs. */
export function s315() {
  let x = a[0];
  let index = 0;
  for (let i = 0; i < N; i++) {
    if (a[i] > x) {
      x = a[i];
      index = i;
    }
  }
  return x + index;
}

/** s316: Minimum through an if. */
export function s316() {
  let x = a[0];
  for (let i = 1; i < N; i++) {
    if (a[i] < x) {
      x = a[i];
    }
  }
  return x;
}

/** s317: Repeated multiplication by a constant (closed form exists). */
export function s317() {
  let q = 1;
  for (let i = 0; i < HALF; i++) {
    q *= 0.99;
  }
  return q;
}

/** s318: Largest absolute value and its index, strided cursor. */
export function s318(inc) {
  let k = 0;
  let index = 0;
  let max = Math.abs(a[0]);
  k += inc;
  for (let i = 1; i < N; i++) {
    if (Math.abs(a[k]) > max) {
      index = i;
      max = Math.abs(a[k]);
    }
    k += inc;
  }
  return max + index;
}

/** s319: Two element-wise results both added to one sum. */
export function s319() {
  let sum = 0;
  for (let i = 0; i < N; i++) {
    a[i] = c[i] + d[i];
    sum += a[i];
    b[i] = c[i] + e[i];
    sum += b[i];
  }
  return sum;
}

/** s3110: Matrix maximum with row and column index. */
export function s3110() {
  let max = aa[0][0];
  let x = 0;
  let y = 0;
  for (let i = 0; i < ROWS; i++) {
    for (let j = 0; j < ROWS; j++) {
      if (aa[i][j] > max) {
        max = aa[i][j];
        x = i;
        y = j;
      }
    }
  }
  return max + x + y;
}

/** s13110: Same as s3110. */
export function s13110() {
  let max = aa[0][0];
  let x = 0;
  let y = 0;
  for (let i = 0; i < ROWS; i++) {
    for (let j = 0; j < ROWS; j++) {
      if (aa[i][j] > max) {
        max = aa[i][j];
        x = i;
        y = j;
      }
    }
  }
  return max + x + y;
}

/** s3111: Sum of the positive cells only. */
export function s3111() {
  let sum = 0;
  for (let i = 0; i < N; i++) {
    if (a[i] > 0) {
      sum += a[i];
    }
  }
  return sum;
}

/** s3112: Prefix sum: every running total is stored (scan). */
export function s3112() {
  let sum = 0;
  for (let i = 0; i < N; i++) {
    sum += a[i];
    b[i] = sum;
  }
  return sum;
}

/** s3113: Largest absolute value. */
export function s3113() {
  let max = Math.abs(a[0]);
  for (let i = 0; i < N; i++) {
    if (Math.abs(a[i]) > max) {
      max = Math.abs(a[i]);
    }
  }
  return max;
}
