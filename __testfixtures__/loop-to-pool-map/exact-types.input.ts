type Mode = 'fast' | 'slow';
type Tag = 'odd' | 'even';

const factors = { fast: 1, slow: 2 };

function heavy(n: number, mode: Mode): number {
  let h = n * factors[mode];
  for (let i = 0; i < 20000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

function pair<A, B>(a: A, b: B): [A, B] {
  return [a, b];
}

/** A constant that is one of several literals. */
export function literal(xs: number[]): number[] {
  const mode = 'fast';
  return xs.map((x) => heavy(x, mode));
}

/** The same as a value that has room for others later. */
export function widened(xs: number[]): { mode: string; value: number }[] {
  const mode = 'slow';
  const rows = xs.map((x) => ({ mode, value: heavy(x, 'fast') }));
  rows.push({ mode: 'none', value: 0 });
  return rows;
}

/** A list that gets values of another kind behind the loop. */
export function report(xs: number[]): string {
  const out = [];
  for (const x of xs) out.push(heavy(x, 'slow'));
  out.push('end');
  return out.join();
}

/** A literal that is one of several because of where the helper's result goes. */
export function tagged(xs: number[]): Map<number, Tag> {
  return new Map(xs.map((x) => pair(heavy(x, 'fast'), 'odd')));
}

export function logged(xs: number[]): [number, Tag][] {
  const out: [number, Tag][] = [];
  for (const x of xs) {
    if (x < 0) continue;
    out.push(pair(heavy(x, 'fast'), 'even'));
    console.log(x);
  }
  return out;
}

/** Nothing can be written by which all of this holds: it stays. */
export function evolving(xs: number[]): string {
  const out = [];
  for (const x of xs) out.push(heavy(x, 'slow'));
  const digits = out.map((value) => value.toFixed(1));
  out.push(digits.join());
  return out.join();
}

export function main(): void {
  console.log(literal([1, 2]), widened([1, 2]), report([3, 4]), tagged([5, 6]), logged([7, -1]), evolving([8]));
}
