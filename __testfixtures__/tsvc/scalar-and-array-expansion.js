/** TSVC, category "scalar and array expansion", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const ROWS = 16;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const e = new Float64Array(N);
const aa = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const bb = Array.from({ length: ROWS }, () => new Float64Array(ROWS));

/** s251: Scalar temp written then squared in the same iteration. */
export function s251() {
  let s;
  for (let i = 0; i < N; i++) {
    s = b[i] + c[i] * d[i];
    a[i] = s * s;
  }
}

/** s1251: Scalar temp keeps old b[i]+c[i] while b[i] and a[i] are rewritten. */
export function s1251() {
  let s;
  for (let i = 0; i < N; i++) {
    s = b[i] + c[i];
    b[i] = a[i] + d[i];
    a[i] = s * e[i];
  }
}

/** s2251: Scalar used before it is set, so it carries a value from the previous iteration. */
export function s2251() {
  let s = 0;
  for (let i = 0; i < N; i++) {
    a[i] = s * e[i];
    s = b[i] + c[i];
    b[i] = a[i] + d[i];
  }
}

/** s3251: A[i+1] is written and a[i] (written one iteration earlier) is read. */
export function s3251() {
  for (let i = 0; i < N - 1; i++) {
    a[i + 1] = b[i] + c[i];
    b[i] = c[i] * e[i];
    d[i] = a[i] * e[i];
  }
}

/** s252: Adds the product of this iteration and of the previous one through a forwarded scalar. */
export function s252() {
  let s;
  let t = 0;
  for (let i = 0; i < N; i++) {
    s = b[i] * c[i];
    a[i] = s + t;
    t = s;
  }
}

/** s253: Scalar temp assigned and used only inside an if. */
export function s253() {
  let s;
  for (let i = 0; i < N; i++) {
    if (a[i] > b[i]) {
      s = a[i] - b[i] * d[i];
      c[i] += s;
      a[i] = s;
    }
  }
}

/** s254: Averages b[i] with the previous b through a wrap-around scalar (removable by peeling and reading b[i-1]). */
export function s254() {
  let x = b[N - 1];
  for (let i = 0; i < N; i++) {
    a[i] = (b[i] + x) * 0.5;
    x = b[i];
  }
}

/** s255: Three-point average through two wrap-around scalars (removable by peeling). */
export function s255() {
  let x = b[N - 1];
  let y = b[N - 2];
  for (let i = 0; i < N; i++) {
    a[i] = (b[i] + x + y) * 0.333;
    y = x;
    x = b[i];
  }
}

/** s256: Work array a is completely rebuilt in every outer iteration (needs array privatisation plus last value). */
export function s256() {
  for (let i = 0; i < ROWS; i++) {
    for (let j = 1; j < ROWS; j++) {
      a[j] = 1 - a[j - 1];
      aa[j][i] = a[j] + bb[j][i] * d[j];
    }
  }
}

/** s257: A[i] depends on a[i-1] across the outer loop and is overwritten inside. */
export function s257() {
  for (let i = 1; i < ROWS; i++) {
    for (let j = 0; j < ROWS; j++) {
      a[i] = aa[j][i] - a[i - 1];
      aa[j][i] = a[i] + bb[j][i];
    }
  }
}

/** s258: Scalar conditionally refreshed, otherwise keeps the value of an earlier iteration. */
export function s258() {
  let s = 0;
  for (let i = 0; i < ROWS; i++) {
    if (a[i] > 0) {
      s = d[i] * d[i];
    }
    b[i] = s * c[i] + d[i];
    e[i] = (s + 1) * aa[0][i];
  }
}

/** s261: Scalar temp is fine, but a[i] reads c[i-1] written one iteration earlier. */
export function s261() {
  let t;
  for (let i = 1; i < N; i++) {
    t = a[i] + b[i];
    a[i] = t + c[i - 1];
    t = c[i] * d[i];
    c[i] = t;
  }
}
