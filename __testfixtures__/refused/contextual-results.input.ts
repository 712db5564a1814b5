function heavy(n: number): number {
  let h = n;
  for (let i = 0; i < 20000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

/** A type that only the function knows. */
export function generic<Kind extends 'a' | 'b'>(xs: number[], make: (rows: [Kind, number][]) => number): number {
  return make(xs.map((x) => ['a' as Kind, heavy(x)]));
}
