import { Vector } from './support/vector.js';

class Planet {
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

const points: Vector[] = [];
for (let i = 0; i < 8; i++) points.push(new Vector(i, i * 2, 1));
const sun = new Planet(new Vector(0, 0, 0), 5);

// Items, a constant and results are instances.
const moved = points.map((point) => fly(sun, point, 5000));
console.log(moved.every((point) => point instanceof Vector), moved[3]!.length.toFixed(9));

// Instances inside of plain objects.
const paths = points.map((point) => ({ ends: [point.times(1), fly(sun, point, 2000)] }));
console.log(paths[2]!.ends[1]!.plus(paths[2]!.ends[0]!).x.toFixed(9));

// A sum of what methods give, in order.
let total = 0;
for (const point of points) {
  total += fly(sun, point, 3000).length;
}
console.log(total.toFixed(9));
