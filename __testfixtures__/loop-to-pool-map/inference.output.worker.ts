// doall: tasks of ./inference.ts
import { task } from 'doall/runtime';
import { Kind, area } from './support/shapes.js';
import type { Shape } from './support/shapes.js';

export enum Unit {
  Metre = 'm',
  Foot = 'ft',
}

/** A number of the shape, after much work. */
function measure(shape: Shape, scale: number, unit: Unit): number {
  let value = area(shape) * scale;
  for (let i = 0; i < 20000; i++) value = (value * 31 + i) % 1000003;
  return unit === Unit.Foot ? value * 3.28 : value;
}

export const computeResult = task(
  import.meta.url,
  'computeResult',
  (
    shape: Shape,
    { factor, unit, prefix, limit }: { factor: number; unit: Unit; prefix: string; limit: number },
  ): { name: string; size: number } => {
    const size = measure(shape, factor, unit);
    return {
      name: `${prefix} ${shape.kind === Kind.Circle ? 'circle' : 'square'}`,
      size: Math.min(size, limit),
    };
  },
);
