import { heavy } from './heavy.mjs';
class Vec extends Array {}
export function run() {
  const v = Vec.from([1, 2, 3]);
  const r = v.map((x) => heavy(x));
  return [r.constructor.name, r instanceof Vec, [...r]];
}
