import { Scene, Sphere } from './support/spheres.js';

// Nothing says what the fields of a scene hold; the file makes spheres, so they are named to the runtime too.
const scene = new Scene([new Sphere(3, 1), new Sphere(5, 2)]);
const rows = [];
for (let y = 0; y < 100; y++) {
  let row = 0;
  for (let x = 0; x < 2000; x++) row += scene.trace(y + x / 2000);
  rows.push(row);
}
console.log(rows.reduce((sum, row) => sum + row, 0).toFixed(6));
