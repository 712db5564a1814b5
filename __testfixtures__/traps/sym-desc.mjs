import { heavy } from './heavy.mjs';
export function run() {
  const S = Symbol('q');
  const out = [];
  for (let i = 0; i < 3; i++) out.push({ [S]: heavy(i) });
  return out.map((o) => o[S]);
}
