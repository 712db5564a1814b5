/** TSVC, category "nonlinear dependence", written anew in JavaScript from the descriptions of the loops. */
const N = 320;
const ROWS = 16;
const bb = Array.from({ length: ROWS }, () => new Float64Array(ROWS));
const flat = new Float64Array(N + 64);

/** s141: Packed symmetric storage: cursor grows quadratically, each outer row touches its own cells (subscript not affine). */
export function s141() {
  let k;
  for (let i = 0; i < ROWS; i++) {
    k = ((i + 1) * i) / 2 + i;
    for (let j = i; j < ROWS; j++) {
      flat[k] += bb[j][i];
      k += j + 1;
    }
  }
}
