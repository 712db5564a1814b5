import { mapSync, range } from 'doall/runtime';
import { makeScene, type Scene } from './support/scene.js';
import { computeRow } from './class-instances-nested.worker.js';

// The classes of what a scene holds are imported by the tasks alone.
function render(scene: Scene, width: number, height: number): number[] {
  const rows: number[] = mapSync(computeRow, range(0, height), { width, scene, height });
  return rows;
}

console.log(
  render(makeScene(), 10, 6)
    .map((light) => light.toFixed(6))
    .join(' '),
);
