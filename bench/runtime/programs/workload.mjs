// The work that is measured, the same for all contenders.

/** Crunches `rounds` rounds; one takes a few nanoseconds. */
export function crunch(seed, rounds) {
  let x = seed + 0.5;
  for (let i = 0; i < rounds; i++) x = Math.sqrt(x * x + i);
  return x;
}

/** One row of the Mandelbrot set. */
export function mandelbrotRow(y, { width, height, iterations }) {
  const row = new Array(width);
  for (let x = 0; x < width; x++) {
    const cr = (3 * x) / width - 2;
    const ci = (2 * y) / height - 1;
    let zr = 0;
    let zi = 0;
    let n = 0;
    for (; n < iterations && zr * zr + zi * zi < 4; n++) {
      const next = zr * zr - zi * zi + cr;
      zi = 2 * zr * zi + ci;
      zr = next;
    }
    row[x] = n;
  }
  return row;
}

/** The functions of one item and the constants, by name. */
export const work = {
  /** An item is its number of rounds. */
  spin: (rounds) => crunch(rounds, rounds),
  row: mandelbrotRow,
  weigh: ({ rounds, name }) => ({ name, x: crunch(rounds, rounds) }),
  /** A sum over a part of a large typed array. */
  sum: (part, { values, size }) => {
    let total = 0;
    for (let i = part * size; i < (part + 1) * size; i++) total = Math.sqrt(total * total + values[i]);
    return total;
  },
  /** These three: about 50 ns for an item. */
  brief: (x) => crunch(x, 12),
  label: (text) => (crunch(text.length, 12) > 0 ? `${text}!` : text),
  update: ({ id, name, weight }) => ({ id, name, weight: crunch(weight, 12) }),
};

/** Rounds of `crunch` that take about a microsecond on this machine. */
export function calibrate() {
  const rounds = 2_000_000;
  let best = Infinity;
  for (let run = 0; run < 5; run++) {
    const began = performance.now();
    crunch(run, rounds);
    best = Math.min(best, performance.now() - began);
  }
  return rounds / (best * 1000);
}
