// The lists that are mapped, by name; each is made when it is asked for.
import { range } from 'doall/runtime';
import { calibrate } from './workload.mjs';

/** Items for `spin`; `cost` gives the microseconds of an index. */
function list(length, cost) {
  const scale = calibrate();
  return { work: 'spin', items: Array.from({ length }, (_, i) => Math.round(cost(i) * scale)) };
}

const fractal = { width: 800, height: 600, iterations: 500 };

export const cases = {
  '10 µs items': () => list(12_000, () => 10),
  '100 µs items': () => list(1_200, () => 100),
  '1 ms items': () => list(120, () => 1000),
  '50 ms items': () => list(4, () => 50_000),
  'triangular, up': () => list(1_200, (i) => i / 5),
  'triangular, down': () => list(1_200, (i) => (1_200 - i) / 5),
  'mandelbrot rows': () => ({ work: 'row', items: range(0, fractal.height), constants: fractal }),
  'objects of 40 µs': () => ({
    work: 'weigh',
    items: list(3_000, () => 40).items.map((rounds, i) => ({ rounds, name: `item ${i}` })),
  }),
  '20 ms in all': () => list(200, () => 100),
};
