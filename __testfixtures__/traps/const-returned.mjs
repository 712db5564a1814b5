import { heavy } from './heavy.mjs';
export function run() {
  const d = { z: 1 };
  const out = [1, 2].map((x) => (heavy(x) > -1 ? d : null));
  return out.every((o) => o === d);
}
