import { heavy } from './heavy.mjs';
class Id {
  static next = 0;
  static make() {
    return ++Id.next;
  }
}
export function run() {
  Id.next = 0;
  const out = [];
  for (let i = 0; i < 4; i++) out.push({ id: Id.make(), v: heavy(i) });
  return [out, Id.next];
}
