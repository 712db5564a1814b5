/** TSVC, category "wavefronts", written anew in JavaScript from the descriptions of the loops. */
const ROWS = 16;
const aa = Array.from({ length: ROWS }, () => new Float64Array(ROWS));

/** s2111: Each cell from its left and upper neighbours (wavefront). */
export function s2111() {
  for (let j = 1; j < ROWS; j++) {
    for (let i = 1; i < ROWS; i++) {
      aa[j][i] = (aa[j][i - 1] + aa[j - 1][i]) / 1.9;
    }
  }
}
