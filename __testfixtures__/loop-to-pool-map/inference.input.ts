import { createHash } from 'node:crypto';
import type { Shape } from './support/shapes.js';
import { area, Kind, shapes } from './support/shapes.js';

enum Unit {
  Metre = 'm',
  Foot = 'ft',
}

class Scale {
  readonly factor: number;

  constructor(factor: number) {
    this.factor = factor;
  }
}

/** A number of the shape, after much work. */
function measure(shape: Shape, scale: number, unit: Unit): number {
  let value = area(shape) * scale;
  for (let i = 0; i < 20000; i++) value = (value * 31 + i) % 1000003;
  return unit === Unit.Foot ? value * 3.28 : value;
}

export function describe(unit: Unit, limit?: number): { name: string; size: number }[] {
  const all: Shape[] = shapes();
  const { factor } = new Scale(2);
  const prefix = 'size';
  if (limit === undefined) return [];
  return all.map((shape) => {
    const size = measure(shape, factor, unit);
    return {
      name: `${prefix} ${shape.kind === Kind.Circle ? 'circle' : 'square'}`,
      size: Math.min(size, limit),
    };
  });
}

export function main(): void {
  console.log(describe(Unit.Foot, 1e6), createHash('md5').update('x').digest('hex'));
}
