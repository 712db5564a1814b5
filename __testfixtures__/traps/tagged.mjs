import { heavy } from './heavy.mjs';
const t = (s, ...v) => [s.raw.join('|'), v];
const keep = [];
const id = (s) => {
  keep.push(s);
  return s;
};
export function run() {
  keep.length = 0;
  const out = [];
  for (let i = 0; i < 2; i++) out.push(t`a${heavy(i)}b`);
  for (let i = 0; i < 2; i++) id`x${heavy(i)}`;
  return [out, keep[0] === keep[1]];
}
