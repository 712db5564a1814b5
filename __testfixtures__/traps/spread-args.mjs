import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (const args of [[1, 2], [3]]) out.push(Math.max(...args, heavy(args.length) % 4));
  return out;
}
