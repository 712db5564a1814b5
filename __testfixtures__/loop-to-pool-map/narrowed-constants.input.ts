type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number };
type Maybe = string | null;
type List = number[] | null;

function heavy(n: number): number {
  let h = n;
  for (let i = 0; i < 20000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

function assertText(x: unknown): asserts x is string {
  if (typeof x !== 'string') throw new TypeError('no text');
}

export function present(x: Maybe, xs: number[]): number[] {
  if (x === null) return [];
  const out: number[] = [];
  for (const n of xs) out.push(heavy(n) + x.length);
  return out;
}

export function asserted(x: Maybe, xs: number[]): number[] {
  assertText(x);
  return xs.map((n) => heavy(n) + x.length);
}

export function areas(shape: Shape, xs: number[]): number[] {
  if (shape.kind !== 'circle') return [];
  const out: number[] = [];
  for (const n of xs) out.push(heavy(n) * shape.r);
  return out;
}

export function assigned(xs: number[]): number[] {
  const shape: Shape = { kind: 'circle', r: 3 };
  return xs.map((n) => heavy(n) * shape.r);
}

export function neighbours(xs: List): number[] {
  if (!xs) return [];
  const out: number[] = [];
  for (let i = 1; i < xs.length; i++) out.push(heavy(xs[i]! + xs[i - 1]!));
  return out;
}

/** Nothing is known of what the loop uses but what is declared. */
export function untouched(options: { k?: number; m: number }, xs: number[]): number[] {
  if (!options.k) return [];
  return xs.map((n) => heavy(n) * options.m);
}

export function main(): void {
  console.log(present('abc', [1, 2, 3]), present(null, [1]));
  console.log(asserted('ab', [4, 5]));
  console.log(areas({ kind: 'circle', r: 2 }, [1, 2]), areas({ kind: 'square', side: 2 }, [1]));
  console.log(assigned([7, 8]), neighbours([1, 2, 3]), neighbours(null), untouched({ k: 1, m: 2 }, [3, 4]));
}
