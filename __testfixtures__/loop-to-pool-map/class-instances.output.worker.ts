// doall: tasks of ./class-instances.ts
import { task } from 'doall/runtime';
import { Vector } from './support/vector.js';

export class Planet {
  readonly place: Vector;
  readonly mass: number;

  constructor(place: Vector, mass: number) {
    this.place = place;
    this.mass = mass;
  }

  pullOn(point: Vector): Vector {
    const gap = this.place.plus(point.times(-1));
    return gap.times(this.mass / (1 + gap.length ** 3));
  }
}

function fly(planet: Planet, from: Vector, rounds: number): Vector {
  let at = from.times(1);
  for (let i = 0; i < rounds; i++) at = at.plus(planet.pullOn(at).times(0.001));
  return at;
}

export const computeMoved = task(
  import.meta.url,
  'computeMoved',
  (point: Vector, { sun }: { sun: Planet }) => fly(sun, point, 5000),
  { classes: { Planet, Vector } },
);

export const computePath = task(
  import.meta.url,
  'computePath',
  (point: Vector, { sun }: { sun: Planet }) => ({ ends: [point.times(1), fly(sun, point, 2000)] }),
  { classes: { Vector, Planet } },
);

export const computeTotal = task(
  import.meta.url,
  'computeTotal',
  (point: Vector, { sun }: { sun: Planet }) => fly(sun, point, 3000).length,
  { classes: { Planet, Vector } },
);
