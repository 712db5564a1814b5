type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number };

function heavy(n: number): number {
  let h = n;
  for (let i = 0; i < 20000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

export function optional(options: { k?: number }, xs: number[]): number[] {
  if (!options.k) throw new RangeError('k');
  const out: number[] = [];
  for (const n of xs) out.push(heavy(n) * options.k);
  return out;
}

export function nested(drawing: { shape: Shape }, xs: number[]): number[] {
  if (drawing.shape.kind !== 'circle') return [];
  const out: number[] = [];
  for (const n of xs) out.push(heavy(n) * drawing.shape.r);
  return out;
}

export function element(bounds: (number | null)[], xs: number[]): number[] {
  if (bounds[0] === null) return [];
  const out: number[] = [];
  for (const n of xs) out.push(heavy(n) * bounds[0]);
  return out;
}

export class Scale {
  readonly options: { k?: number } = {};

  all(xs: number[]): number[] {
    if (!this.options.k) return [];
    const out: number[] = [];
    for (const n of xs) out.push(heavy(n) * this.options.k);
    return out;
  }
}
