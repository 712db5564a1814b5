import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 3; i++) {
    const b = Buffer.from('x' + heavy(i));
    out.push(b);
  }
  return out.map((b) => [Buffer.isBuffer(b), b.toString()]);
}
