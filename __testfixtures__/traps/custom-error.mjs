import { heavy } from './heavy.mjs';
class E extends Error {
  constructor(m, c) {
    super(m);
    this.name = 'E';
    this.c = c;
  }
}
const f = (n) => {
  if (n === 3) throw new E('bad', n);
  return heavy(n);
};
export function run() {
  const out = [];
  try {
    for (let i = 0; i < 6; i++) out.push(f(i));
  } catch (e) {
    return [out, e instanceof E, e.c, e.message, e.name];
  }
}
