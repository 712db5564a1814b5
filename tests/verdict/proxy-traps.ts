/** Proxies that the file makes, under names of which nothing says so. Their handler's code is seen. Read as `Trap` says. */
import type { Trap } from './traps.ts';

const handler = `
const log = [];
const handler = {
  get(target, key) { log.push('get ' + String(key)); return target[key]; },
  has(target, key) { log.push('has ' + String(key)); return key in target; },
};`;

/** A loop that stays as it is where its proxy is read; the rest of it may move. */
const proxied = (name: string, code: string, expected: string): Trap => ({
  name: `proxy ${name}`,
  expected,
  code: `${handler}\n${code}\nconsole.log(log.join());`,
});

const loop = (read: string): string => `
  const out = [];
  for (let i = 0; i < 3; i++) { log.push('i' + i); out.push(heavy(i) * ${read}); } // @loop`;

const inFunction = (read: string, made: string): string =>
  `function work(p) {${loop(read)}\n return out; } console.log(work(${made}));`;

const fission = 'parallel fission';

export const proxyTraps: readonly Trap[] = [
  proxied('as an argument', inFunction('p.rate', 'new Proxy({ rate: 3 }, handler)'), fission),
  proxied('as an argument, asked', inFunction("('rate' in p)", 'new Proxy({}, handler)'), fission),
  proxied(
    'in a field',
    `const held = { p: new Proxy({ rate: 3 }, handler) };${loop('held.p.rate')}`,
    fission,
  ),
  proxied(
    'that can be revoked',
    `const { proxy } = Proxy.revocable({ rate: 3 }, handler);${loop('proxy.rate')}`,
    fission,
  ),
  proxied(
    'in the result of a revocable one',
    `const made = Proxy.revocable({ rate: 3 }, handler);${loop('made.proxy.rate')}`,
    fission,
  ),
  proxied(
    'among the items',
    `const list = [1, 2].map((n) => new Proxy({ n }, handler)); const out = [];
for (const one of list) { log.push('i'); out.push(heavy(one.n)); } // @loop
console.log(out.join());`,
    'undecided mutated-iteration-space',
  ),
  proxied(
    'of the list that is gone over',
    `function work(list) { const out = []; for (const one of list) out.push(heavy(one)); return out; } // @loop
console.log(work(new Proxy([1, 2, 3], handler)).join());`,
    'blocked hidden-code',
  ),
  proxied(
    'elsewhere, beside a literal',
    `const own = { rate: 3 }, other = new Proxy({}, handler);
console.log([1, 2, 3].map((x) => heavy(x) * own.rate).join()); // @loop`,
    'parallel map',
  ),
];
