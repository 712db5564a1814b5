import { heavy } from './heavy.mjs';
class W {
  constructor(n) {
    this.d = new Date(n);
    this.r = /a/g;
    this.b = Buffer.from('x');
  }
  h() {
    return heavy(this.d.getTime()) + this.r.flags + Buffer.isBuffer(this.b);
  }
}
export function run() {
  return [new W(1), new W(2)].map((w) => w.h());
}
