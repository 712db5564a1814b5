// doall: tasks of ./class-instances-nested.ts
import { task } from 'doall/runtime';
import { Scene, Lamp } from './support/scene.js';
import { Vector } from './support/vector.js';

export const computeRow = task(
  import.meta.url,
  'computeRow',
  (y: number, { width, scene, height }: { width: number; scene: Scene; height: number }): number => {
    let row = 0;
    for (let x = 0; x < width; x++) {
      for (let sample = 0; sample < 1000; sample++) row += scene.lightAt(x / width, y / height + sample / 1000);
    }
    return row;
  },
  { classes: { Scene, Lamp, Vector } },
);
