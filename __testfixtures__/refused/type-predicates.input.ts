type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number };

function heavy(n: number): number {
  let h = n;
  for (let i = 0; i < 20000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

/** The array itself is known to hold circles alone. */
export function radii(shapes: Shape[]): number[] {
  const isCircle = shapes.every((s): s is Shape & { kind: 'circle' } => s.kind === 'circle' && heavy(s.r) > 3);
  return isCircle ? shapes.map(({ r }) => r) : [];
}
