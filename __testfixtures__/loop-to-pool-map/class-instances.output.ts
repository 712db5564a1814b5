import { mapSync, imapSync } from 'doall/runtime';
import { Vector } from './support/vector.js';
import { computeMoved, computePath, computeTotal, Planet } from './class-instances.worker.js';

const points: Vector[] = [];
for (let i = 0; i < 8; i++) points.push(new Vector(i, i * 2, 1));
const sun = new Planet(new Vector(0, 0, 0), 5);

// Items, a constant and results are instances.
const moved = mapSync(computeMoved, points, { sun });
console.log(moved.every((point) => point instanceof Vector), moved[3]!.length.toFixed(9));

// Instances inside of plain objects.
const paths = mapSync(computePath, points, { sun });
console.log(paths[2]!.ends[1]!.plus(paths[2]!.ends[0]!).x.toFixed(9));

// A sum of what methods give, in order.
let total = 0;
for (const value of imapSync(computeTotal, points, { sun })) {
  total += value;
}
console.log(total.toFixed(9));
