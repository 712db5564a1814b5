/** TSVC, category "control flow", written anew in JavaScript from the descriptions of the loops. */
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

/** s161: Two exclusive branches: one reads c[i], the other writes c[i+1] (flow through c, distance 1). */
export function s161() {
  for (let i = 0; i < N - 1; i++) {
    if (b[i] < 0) {
      c[i + 1] = a[i] + d[i] * d[i];
    } else {
      a[i] = c[i] + d[i] * e[i];
    }
  }
}

/** s1161: Two exclusive branches writing a[i] or b[i] only. */
export function s1161() {
  for (let i = 0; i < N; i++) {
    if (c[i] < 0) {
      b[i] = a[i] + d[i] * d[i];
    } else {
      a[i] = c[i] + d[i] * e[i];
    }
  }
}

/** s162: Guarded by k>0, reads a[i+k] and writes a[i] (anti only once the guard is used). */
export function s162(k) {
  if (k > 0) {
    for (let i = 0; i < N - 1; i++) {
      a[i] = a[i + k] + b[i] * c[i];
    }
  }
}

/** s271: Conditional update of a[i]. */
export function s271() {
  for (let i = 0; i < N; i++) {
    if (b[i] > 0) {
      a[i] += b[i] * c[i];
    }
  }
}

/** s272: Two updates guarded by an invariant threshold test. */
export function s272(t) {
  for (let i = 0; i < N; i++) {
    if (e[i] >= t) {
      a[i] += c[i] * d[i];
      b[i] += c[i] * c[i];
    }
  }
}

/** s273: Condition on the freshly computed a[i] guards b[i]. */
export function s273() {
  for (let i = 0; i < N; i++) {
    a[i] += d[i] * e[i];
    if (a[i] < 0) {
      b[i] += d[i] * e[i];
    }
    c[i] += a[i] * d[i];
  }
}

/** s274: If/else on the freshly computed a[i]. */
export function s274() {
  for (let i = 0; i < N; i++) {
    a[i] = c[i] + e[i] * d[i];
    if (a[i] > 0) {
      b[i] = a[i] + b[i];
    } else {
      a[i] = d[i] * e[i];
    }
  }
}

/** s275: Column recurrence done only for selected columns; columns independent. */
export function s275() {
  for (let i = 0; i < ROWS; i++) {
    if (aa[0][i] > 0) {
      for (let j = 1; j < ROWS; j++) {
        aa[j][i] = aa[j - 1][i] + bb[j][i] * cc[j][i];
      }
    }
  }
}

/** s2275: Element-wise nest plus an extra vector statement per outer iteration. */
export function s2275() {
  for (let i = 0; i < ROWS; i++) {
    for (let j = 0; j < ROWS; j++) {
      aa[j][i] += bb[j][i] * cc[j][i];
    }
    a[i] = b[i] + c[i] * d[i];
  }
}

/** s276: Branch depends on the loop index only. */
export function s276() {
  for (let i = 0; i < N; i++) {
    if (i + 1 < HALF) {
      a[i] += b[i] * c[i];
    } else {
      a[i] += b[i] * d[i];
    }
  }
}

/** s277: Guard reads b[i], which the previous iteration may have written as b[i+1]. */
export function s277() {
  for (let i = 0; i < N - 1; i++) {
    if (a[i] < 0) {
      if (b[i] < 0) {
        a[i] += c[i] * d[i];
      }
      b[i + 1] = c[i] + d[i] * e[i];
    }
  }
}

/** s278: Goto form of if/else choosing which of b or c is updated, then a[i]. */
export function s278() {
  for (let i = 0; i < N; i++) {
    branch: {
      if (a[i] > 0) {
        c[i] = -c[i] + d[i] * e[i];
        break branch;
      }
      b[i] = -b[i] + d[i] * e[i];
    }
    a[i] = b[i] + c[i] * d[i];
  }
}

/** s279: Nested goto form of if/else, all accesses at index i. */
export function s279() {
  for (let i = 0; i < N; i++) {
    branch: {
      if (a[i] > 0) {
        c[i] = -c[i] + e[i] * e[i];
        break branch;
      }
      b[i] = -b[i] + d[i] * d[i];
      if (b[i] <= a[i]) {
        break branch;
      }
      c[i] += d[i] * e[i];
    }
    a[i] = b[i] + c[i] * d[i];
  }
}

/** s1279: Nested ifs guarding c[i]. */
export function s1279() {
  for (let i = 0; i < N; i++) {
    if (a[i] < 0) {
      if (b[i] > a[i]) {
        c[i] += d[i] * e[i];
      }
    }
  }
}

/** s2710: Nested scalar and vector conditions, all accesses at index i. */
export function s2710(x) {
  for (let i = 0; i < N; i++) {
    if (a[i] > b[i]) {
      a[i] += b[i] * d[i];
      if (N > 10) {
        c[i] += d[i] * d[i];
      } else {
        c[i] = d[i] * e[i] + 1;
      }
    } else {
      b[i] = a[i] + e[i] * e[i];
      if (x > 0) {
        c[i] = a[i] + d[i] * d[i];
      } else {
        c[i] += e[i] * e[i];
      }
    }
  }
}

/** s2711: Conditional that does not change the result when removed. */
export function s2711() {
  for (let i = 0; i < N; i++) {
    if (b[i] !== 0) {
      a[i] += b[i] * c[i];
    }
  }
}

/** s2712: Comparison of two arrays guards a[i]. */
export function s2712() {
  for (let i = 0; i < N; i++) {
    if (a[i] > b[i]) {
      a[i] += b[i] * c[i];
    }
  }
}
