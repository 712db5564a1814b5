/** TSVC, category "diagonals", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const ROWS = 16;
const a = new Float64Array(N);
const aa = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const bb = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const cc = Array.from({ length: ROWS }, () => new Float64Array(ROWS));

/** s2101: Main diagonal update. */
export function s2101() {
  for (let i = 0; i < ROWS; i++) {
    aa[i][i] += bb[i][i] * cc[i][i];
  }
}

/** s2102: Build identity: clear a column then set its diagonal cell. */
export function s2102() {
  for (let i = 0; i < ROWS; i++) {
    for (let j = 0; j < ROWS; j++) {
      aa[j][i] = 0;
    }
    aa[i][i] = 1;
  }
}
