import { makeScene, type Scene } from './support/scene.js';

// The classes of what a scene holds are imported by the tasks alone.
function render(scene: Scene, width: number, height: number): number[] {
  const rows: number[] = [];
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      for (let sample = 0; sample < 1000; sample++) row += scene.lightAt(x / width, y / height + sample / 1000);
    }
    rows.push(row);
  }
  return rows;
}

console.log(
  render(makeScene(), 10, 6)
    .map((light) => light.toFixed(6))
    .join(' '),
);
