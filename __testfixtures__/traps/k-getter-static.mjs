import { heavy } from './heavy.mjs';
class G {
  static get K() {
    return globalThis.advk ?? 1;
  }
  h(x) {
    return heavy(x) * G.K;
  }
}
export function run() {
  globalThis.advk = 4;
  const g = new G();
  const r = [1, 2].map((x) => g.h(x));
  delete globalThis.advk;
  return r;
}
