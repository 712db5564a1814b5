import { heavy } from './heavy.mjs';
const ops = { add: (a) => heavy(a), neg: (a) => -heavy(a) };
export function run() {
  const out = [];
  for (const k of ['add', 'neg']) out.push(ops[k](3));
  ops.add = (a) => a;
  const o2 = [];
  for (const k of ['add', 'neg']) o2.push(ops[k](3));
  ops.add = (a) => heavy(a);
  return [out, o2];
}
