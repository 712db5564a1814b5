import { mapSync, range } from 'doall/runtime';
import { Scene, Sphere } from './support/spheres.js';
import { computeRow } from './class-instances-untyped.worker.mjs';

// Nothing says what the fields of a scene hold; the file makes spheres, so they are named to the runtime too.
const scene = new Scene([new Sphere(3, 1), new Sphere(5, 2)]);
const rows = mapSync(computeRow, range(0, 100), { scene });
console.log(rows.reduce((sum, row) => sum + row, 0).toFixed(6));
