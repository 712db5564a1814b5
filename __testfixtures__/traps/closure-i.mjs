import { heavy } from './heavy.mjs';
export function run() {
  const fs = [];
  for (let i = 0; i < 5; i++) {
    const h = heavy(i);
    fs.push(() => h + i);
  }
  return fs.map((f) => f());
}
