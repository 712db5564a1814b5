import rule from '../../rules/no-this-capture.ts';
import { heavyCase, testRule } from './tester.ts';

testRule('no-this-capture', rule, {
  valid: [
    heavyCase(`export class A {
  all(xs) {
    const out = [];
    const { w } = this;
    // @doall
    for (const x of xs) out.push(heavy(x * w));
    return out;
  }
}`),
    heavyCase(`export class A {
  all(xs) {
    // @doall
    for (const x of xs) this.total += heavy(x);
  }
}`),
    heavyCase(`export class A {
  all(xs) {
    // @doall
    for (const x of xs) this.add(heavy(x));
  }
  add(n) { this.n = n; }
}`),
    heavyCase(`export class A {
  all(xs) {
    for (const x of xs) this.n = x;
  }
}`),
    heavyCase(`export class A {
  static all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(heavy(x));
    return out;
  }
}`),
    heavyCase(`export function f(xs) {
  const out = [];
  // @doall
  for (const x of xs) out.push(new Job(x).n);
  return out;
}
class Job { constructor(x) { this.n = heavy(x); } }`),
    heavyCase(`export class A {
  all(xs) {
    const w = this.w;
    // @doall
    for (const x of xs) console.log(heavy(x + w));
  }
}`),
    heavyCase(`export class A {
  all(xs) {
    // @doall
    for (const x of xs) this.last = heavy(x);
  }
}`),
    heavyCase(`export class A {
  all(xs) {
    return xs.map((x) => x * this.w);
  }
}`),
    heavyCase(`export class A {
  #all = [1].map((x) => heavy(x));
}`),
    heavyCase(`// @doall
for (const x of xs) { const o = { w: 1, scale() { return this.w; } }; console.log(heavy(x), o); }`),
    heavyCase(`export class A {
  all(xs) {
    // @doall
    for (const x of xs) { const h = heavy(x); this.emit('done', h); }
  }
}`),
    heavyCase(`export class A {
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) { let s = 0; for (let i = 0; i < 1e6; i++) s += this.w * x; out.push(s); }
    return out;
  }
}`),
    heavyCase(`export class A extends B {
  #w = 2;
  scale() { return 2; }
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(heavy(x * this.w));
    return out;
  }
}`),
    heavyCase(`export class A extends B {
  #w = 2;
  scale() { return 2; }
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(heavy(x * this.options.w));
    return out;
  }
}`),
    heavyCase(`export class A extends B {
  #w = 2;
  scale() { return 2; }
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(heavy(x * this.ws[0]));
    return out;
  }
}`),
    heavyCase(`export class A {
  all(xs) {
    // @doall
    for (const x of xs) { const f = () => heavy(x + this.w); console.log(f()); }
  }
}`),
    heavyCase(`export class A {
  constructor(xs) {
    this.w = 1;
    // @doall
    for (const x of xs) console.log(heavy(x + this.w));
  }
}`),
  ],
  invalid: [
    {
      code: heavyCase(`export class A {
  #w = 2;
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(heavy(x * this.#w));
    return out;
  }
}`),
      errors: [
        { messageId: 'this-capture', line: 6, column: 5 },
        { messageId: 'this-capture', line: 6, column: 5 },
      ],
    },
    {
      code: heavyCase(`export const o = { w: 2, all() {
  // @doall
  return [1, 2].map((x) => heavy(x * this.w));
} };`),
      errors: [{ messageId: 'this-capture', line: 3, column: 17 }],
    },
    {
      code: heavyCase(`export class A extends B {
  #w = 2;
  scale() { return 2; }
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(heavy(x * this.scale()));
    return out;
  }
}`),
      errors: [{ messageId: 'this-capture', line: 7, column: 5 }],
    },
    {
      code: heavyCase(`export class A extends B {
  #w = 2;
  scale() { return 2; }
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(heavy(x * this.#w));
    return out;
  }
}`),
      errors: [
        { messageId: 'this-capture', line: 7, column: 5 },
        { messageId: 'this-capture', line: 7, column: 5 },
      ],
    },
    {
      code: heavyCase(`export class A extends B {
  #w = 2;
  scale() { return 2; }
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(heavy(x * this.constructor.w));
    return out;
  }
}`),
      errors: [{ messageId: 'this-capture', line: 7, column: 5 }],
    },
    {
      code: heavyCase(`export class A extends B {
  #w = 2;
  scale() { return 2; }
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(heavy(x * this[name]));
    return out;
  }
}`),
      errors: [{ messageId: 'this-capture', line: 7, column: 5 }],
    },
    {
      code: heavyCase(`export class A {
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(rank(x, this));
    return out;
  }
}
function rank(x, owner) { return heavy(x * owner.w); }`),
      errors: [{ messageId: 'this-capture', line: 5, column: 5 }],
    },
    {
      code: heavyCase(`export const o = {
  w: 2,
  all(xs) {
    // @doall
    for (let i = 0; i < 9; i++) console.log(heavy(i + this.w));
  },
};`),
      errors: [{ messageId: 'this-capture', line: 5, column: 5 }],
    },
    {
      code: heavyCase(`export class A {
  get w() { return 2; }
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(heavy(x * this.w));
    return out;
  }
}`),
      errors: [{ messageId: 'this-capture', line: 6, column: 5 }],
    },
    {
      code: heavyCase(`export class A {
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) { out.push(heavy(x * this.n)); this.n = x; }
    return out;
  }
}`),
      errors: [{ messageId: 'this-capture', line: 5, column: 5 }],
    },
    {
      code: heavyCase(`export class A {
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(heavy(x * this.n++));
    return out;
  }
}`),
      errors: [{ messageId: 'this-capture', line: 5, column: 5 }],
    },
    {
      code: heavyCase(`export class A {
  #s() { return 2; }
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(heavy(x * this.#s()));
    return out;
  }
}`),
      errors: [
        { messageId: 'this-capture', line: 6, column: 5 },
        { messageId: 'this-capture', line: 6, column: 5 },
      ],
    },
    {
      code: heavyCase(`export class A {
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push(heavy({ ...this }.w * x));
    return out;
  }
}`),
      errors: [{ messageId: 'this-capture', line: 5, column: 5 }],
    },
    {
      code: heavyCase(`export class A {
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) { const { w } = this; out.push(heavy(x * w)); }
    return out;
  }
}`),
      errors: [{ messageId: 'this-capture', line: 5, column: 5 }],
    },
    {
      code: heavyCase(`export class A {
  all(xs) {
    const out = [];
    // @doall
    for (const x of xs) out.push('w' in this ? heavy(x) : 0);
    return out;
  }
}`),
      errors: [{ messageId: 'this-capture', line: 5, column: 5 }],
    },
    {
      code: heavyCase(`export function f(xs) {
  const out = [];
  // @doall
  for (const x of xs) out.push(heavy(x * this.w));
  return out;
}`),
      errors: [{ messageId: 'this-capture', line: 4, column: 3 }],
    },
  ],
});
