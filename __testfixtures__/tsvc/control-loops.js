/** TSVC, category "control loops", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const ROWS = 16;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const e = new Float64Array(N);
const aa = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const flat = new Float64Array(N + 64);
const ip = new Int32Array(N);

/** va: Copy. */
export function va() {
  for (let i = 0; i < N; i++) {
    a[i] = b[i];
  }
}

/** vag: Gather copy. */
export function vag() {
  for (let i = 0; i < N; i++) {
    a[i] = b[ip[i]];
  }
}

/** vas: Scatter copy; independent only if the indices are distinct. */
export function vas() {
  for (let i = 0; i < N; i++) {
    a[ip[i]] = b[i];
  }
}

/** vif: Copy of positive cells in place. */
export function vif() {
  for (let i = 0; i < N; i++) {
    if (b[i] > 0) {
      a[i] = b[i];
    }
  }
}

/** vpv: A plus b. */
export function vpv() {
  for (let i = 0; i < N; i++) {
    a[i] += b[i];
  }
}

/** vtv: A times b. */
export function vtv() {
  for (let i = 0; i < N; i++) {
    a[i] *= b[i];
  }
}

/** vpvtv: A plus b times c. */
export function vpvtv() {
  for (let i = 0; i < N; i++) {
    a[i] += b[i] * c[i];
  }
}

/** vpvts: A plus b times a scalar. */
export function vpvts(s) {
  for (let i = 0; i < N; i++) {
    a[i] += b[i] * s;
  }
}

/** vpvpv: A plus b plus c. */
export function vpvpv() {
  for (let i = 0; i < N; i++) {
    a[i] += b[i] + c[i];
  }
}

/** vtvtv: A times b times c. */
export function vtvtv() {
  for (let i = 0; i < N; i++) {
    a[i] = a[i] * b[i] * c[i];
  }
}

/** vsumr: Sum. */
export function vsumr() {
  let sum = 0;
  for (let i = 0; i < N; i++) {
    sum += a[i];
  }
  return sum;
}

/** vdotr: Dot product. */
export function vdotr() {
  let dot = 0;
  for (let i = 0; i < N; i++) {
    dot += a[i] * b[i];
  }
  return dot;
}

/** vbor: Long arithmetic over six private temps, one store. */
export function vbor() {
  let a1;
  let b1;
  let c1;
  let d1;
  let e1;
  let f1;
  for (let i = 0; i < ROWS; i++) {
    a1 = a[i];
    b1 = b[i];
    c1 = c[i];
    d1 = d[i];
    e1 = e[i];
    f1 = aa[0][i];
    a1 =
      a1 * b1 * c1 +
      a1 * b1 * d1 +
      a1 * b1 * e1 +
      a1 * b1 * f1 +
      a1 * c1 * d1 +
      a1 * c1 * e1 +
      a1 * c1 * f1 +
      a1 * d1 * e1 +
      a1 * d1 * f1 +
      a1 * e1 * f1;
    b1 = b1 * c1 * d1 + b1 * c1 * e1 + b1 * c1 * f1 + b1 * d1 * e1 + b1 * d1 * f1 + b1 * e1 * f1;
    c1 = c1 * d1 * e1 + c1 * d1 * f1 + c1 * e1 * f1;
    d1 = d1 * e1 * f1;
    flat[i] = a1 * b1 * c1 * d1;
  }
}
