import { heavy } from './heavy.mjs';
export function run() {
  const out = {};
  ['a', 'b'].forEach((k, i) => {
    out[k] = heavy(i);
  });
  return out;
}
