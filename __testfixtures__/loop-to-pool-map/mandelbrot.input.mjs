import { createHash } from 'node:crypto';

/** One byte a pixel: the number of iterations until the point escapes. */
export function mandelbrot(width, height, limit) {
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const ci = (2 * y) / height - 1;
    for (let x = 0; x < width; x++) {
      const cr = (3 * x) / width - 2;
      let zr = 0;
      let zi = 0;
      let n = 0;
      while (n < limit && zr * zr + zi * zi < 4) {
        const t = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = t;
        n++;
      }
      out[y * width + x] = n;
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
