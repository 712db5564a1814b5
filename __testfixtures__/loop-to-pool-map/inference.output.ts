import { createHash } from 'node:crypto';
import { mapSync } from 'doall/runtime';
import type { Shape } from './support/shapes.js';
import { shapes } from './support/shapes.js';
import { computeResult, Unit } from './inference.worker.js';

class Scale {
  readonly factor: number;

  constructor(factor: number) {
    this.factor = factor;
  }
}

export function describe(unit: Unit, limit?: number): { name: string; size: number }[] {
  const all: Shape[] = shapes();
  const { factor } = new Scale(2);
  const prefix = 'size';
  if (limit === undefined) return [];
  return mapSync(computeResult, all, { factor, unit, prefix, limit });
}

export function main(): void {
  console.log(describe(Unit.Foot, 1e6), createHash('md5').update('x').digest('hex'));
}
