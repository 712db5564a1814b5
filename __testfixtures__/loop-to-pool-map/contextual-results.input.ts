type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number };
type Shapes = Shape[];

function heavy(n: number): number {
  let h = n;
  for (let i = 0; i < 20000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

export const circles = (xs: number[]): Shape[] => xs.map((x) => ({ kind: 'circle', r: heavy(x) }));

export function table(xs: number[]): Map<number, number> {
  return new Map<number, number>(xs.map((x) => [x, heavy(x)]));
}

export function inferred(xs: number[]) {
  return new Map(xs.map((x) => [x, { label: 'x', value: heavy(x) }]));
}

export const pairs = (xs: number[]): [number, number][] => xs.map((x) => [x, heavy(x)]);

export function drawing(xs: number[]): { shapes: Shape[] } {
  return {
    shapes: xs.map((x) => {
      const kind = 'circle';
      const r = heavy(x);
      return { kind, r };
    }),
  };
}

export class Canvas {
  shapes: Shape[] = [];

  fill(xs: number[]): void {
    this.shapes = xs.map((x) => ({ kind: 'circle', r: heavy(x) }));
  }
}

export function listed(xs: number[]): Shapes {
  const drawnShapesOfAll: Shapes = [];
  for (const x of xs) drawnShapesOfAll.push({ kind: 'square', side: heavy(x) });
  return drawnShapesOfAll;
}

export function withGaps(xs: number[]): (number | null)[] {
  const values = [] as (number | null)[];
  for (const x of xs) values.push(heavy(x));
  values.push(null);
  return values;
}

export function squares(xs: number[]): Shape[] {
  return xs.flatMap((x) => [{ kind: 'square', side: heavy(x) }]);
}

/** Nobody says what it should be: it is inferred as before. */
export function unsaid(xs: number[]) {
  const rows = xs.map((x) => [x, heavy(x)]);
  return rows.flat();
}

export function main(): void {
  const canvas = new Canvas();
  canvas.fill([1, 2]);
  console.log([...table([1, 2])], [...inferred([3])], circles([4]), pairs([5, 6]), drawing([7, 8, 9]));
  console.log(canvas.shapes, listed([1]), withGaps([2]), squares([3]), unsaid([4]));
}
