interface Circle {
  kind: 'circle';
  r: number;
}

type Shape = Circle | { kind: 'square'; side: number };

function heavy(n: number): number {
  let h = n;
  for (let i = 0; i < 20000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

export function kept(xs: (number | null)[]): number[] {
  return xs.filter((x): x is number => x !== null && heavy(x) % 2 === 0);
}

export function following(xs: (number | null)[]): number[] {
  return xs.filter((x): x is number => x !== null && heavy(x) % 2 === 0).map((x) => x + 1);
}

export function radius(shapes: Shape[]): number | undefined {
  const found = shapes.find((s): s is Circle => s.kind === 'circle' && heavy(s.r) > 3);
  return found?.r;
}

export function main(): void {
  console.log(kept([1, null, 2, 3]), following([4, 5, null]));
  console.log(
    radius([
      { kind: 'square', side: 2 },
      { kind: 'circle', r: 3 },
    ]),
  );
}
