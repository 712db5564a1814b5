/** An image of the Mandelbrot set, one byte a pixel: how many steps a point takes to escape. */
export function renderImage(width, height, centre, scale, limit) {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const re = centre.re + (x - width / 2) * scale;
      const im = centre.im + (y - height / 2) * scale;
      pixels[y * width + x] = escapeTime(re, im, limit) & 255;
    }
  }
  return pixels;
}

function escapeTime(re, im, limit) {
  let a = 0;
  let b = 0;
  let steps = 0;
  while (steps < limit && a * a + b * b < 4) {
    const next = a * a - b * b + re;
    b = 2 * a * b + im;
    a = next;
    steps++;
  }
  return steps;
}

/** Temperatures of a square plate after some time: each step starts from the one before. */
export function coolPlate(size, steps) {
  let plate = Array.from({ length: size * size }, (_, i) => (i % size === 0 ? 100 : 20));
  for (let step = 0; step < steps; step++) {
    plate = spreadHeat(plate, size);
  }
  return plate;
}

function spreadHeat(plate, size) {
  const next = [...plate];
  for (let y = 1; y < size - 1; y++) {
    for (let x = 1; x < size - 1; x++) {
      const i = y * size + x;
      next[i] = (plate[i - 1] + plate[i + 1] + plate[i - size] + plate[i + size]) / 4;
    }
  }
  return next;
}
