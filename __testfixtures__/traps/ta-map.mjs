import { heavy } from './heavy.mjs';
export function run() {
  return [
    Float64Array.from([1, 2, 3]).map((x) => heavy(x) / 3),
    Uint8Array.from([1, 2]).map((x) => heavy(x)),
    Uint8Array.from([1, 2], (x) => heavy(x)),
  ];
}
