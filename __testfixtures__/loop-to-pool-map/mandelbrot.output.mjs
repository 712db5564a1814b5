import { createHash } from 'node:crypto';
import { imapSync, range } from 'doall/runtime';
import { computeRow } from './mandelbrot.worker.mjs';

/** One byte a pixel: the number of iterations until the point escapes. */
export function mandelbrot(width, height, limit) {
  const out = new Uint8Array(width * height);
  for (const [y, row] of imapSync(
    computeRow,
    range(0, height),
    { height, width, limit },
    { withItems: true },
  )) {
    for (let x = 0; x < width; x++) {
      out[y * width + x] = row[x];
    }
  }
  return out;
}

export function main() {
  console.log(
    createHash('sha256')
      .update(mandelbrot(90, 60, 255))
      .digest('hex'),
  );
}
