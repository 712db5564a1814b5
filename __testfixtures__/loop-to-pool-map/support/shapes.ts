export enum Kind {
  Circle,
  Square,
}

export interface Shape {
  readonly kind: Kind;
  readonly size: number;
}

export function area({ kind, size }: Shape): number {
  return kind === Kind.Circle ? Math.PI * size ** 2 : size ** 2;
}

export function shapes(): Shape[] {
  return [1, 2, 3, 4].map((size) => ({ kind: size % 2 ? Kind.Circle : Kind.Square, size }));
}
