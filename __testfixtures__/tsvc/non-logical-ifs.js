/** TSVC, category "non-logical ifs", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const a = new Float64Array(N);
const b = new Float64Array(N);
const c = new Float64Array(N);
const d = new Float64Array(N);
const e = new Float64Array(N);
const ip = new Int32Array(N);

/** s441: Three-way branch on the sign of d[i]. */
export function s441() {
  for (let i = 0; i < N; i++) {
    if (d[i] < 0) {
      a[i] += b[i] * c[i];
    } else if (d[i] === 0) {
      a[i] += b[i] * b[i];
    } else {
      a[i] += c[i] * c[i];
    }
  }
}

/** s442: Switch on an index array selects one of four updates. */
export function s442() {
  for (let i = 0; i < N; i++) {
    switch (ip[i]) {
      case 1:
        a[i] += b[i] * b[i];
        break;
      case 2:
        a[i] += c[i] * c[i];
        break;
      case 3:
        a[i] += d[i] * d[i];
        break;
      case 4:
        a[i] += e[i] * e[i];
        break;
    }
  }
}

/** s443: Two-way branch on d[i]. */
export function s443() {
  for (let i = 0; i < N; i++) {
    if (d[i] <= 0) {
      a[i] += b[i] * c[i];
    } else {
      a[i] += b[i] * b[i];
    }
  }
}
