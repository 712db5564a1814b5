// doall: tasks of ./class-instances-untyped.mjs
import { task } from 'doall/runtime';
import { Scene, Sphere } from './support/spheres.js';

export const computeRow = task(
  import.meta.url,
  'computeRow',
  (y, { scene }) => {
    let row = 0;
    for (let x = 0; x < 2000; x++) row += scene.trace(y + x / 2000);
    return row;
  },
  { classes: { Scene, Sphere } },
);
