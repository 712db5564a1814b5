import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 4; i++) {
    out.push({
      get v() {
        return heavy(i);
      },
    });
  }
  return out.map((o) => Object.getOwnPropertyDescriptor(o, 'v').get !== undefined);
}
