/** Code that runs behind plain syntax: iterators and generators, getters and setters, regular expressions that remember, defaults, overrides. */
import { condition, numberExpression, stringExpression, type Context } from './expressions.ts';
import { withLocals, type Scope } from './scope.ts';

type Options = [() => string, ...(() => string)[]];
type Kind = (context: Context, scope: Scope, number: () => string) => Options;

export function protocol(context: Context, scope: Scope): string {
  const number = (): string => numberExpression(context, scope);
  const kind = context.tape.choose<Kind>([
    iterators,
    accessors,
    expressions,
    patterns,
    closures,
    overrides,
    labels,
  ]);
  return withLocals(scope, context.tape.choose(kind(context, scope, number))());
}

const iterators: Kind = (context, scope, number) => [
  () => `out.push((steps.next().value ?? 0) + ${number()});`,
  () => `for (const at of steps) { if (at > ${number()}) break; out.push(at); }`,
  () => `for (const at of steps) { out.push(heavy(at)); if (${condition(context, scope)}) continue; break; }`,
  () => `for (const [key, n] of ledger) out.push(key + (n + ${number()}));`,
  () => `for (const n of pool) out.push(heavy(n) + ${number()});`,
  () => `pool.add(${number()} % 7);\nout.push(heavy(pool.size));`,
  () => `pool.delete(${number()} % 3);\nout.push(heavy(pool.size));`,
  () => `ledger.set('k' + (${number()} % 3), ${number()});\nout.push([...ledger.keys()].join());`,
  () => `const [$first = 3, ...$others] = numbersOf(4);\nout.push($first + $others.length + ${number()});`,
  () => `const [$taken = 3] = steps;\nout.push($taken + ${number()});`,
  () => `out.push(Math.max(...pool, ${number()}));`,
  () => `out.push([...new Bag([1, ${number()}])].length);`,
  () => `out.push(Array.from(ledger.values(), (n) => heavy(n) + ${number()}));`,
  () => `for (const at in { a: ${number()}, b: 2 }) out.push(at);`,
];

const accessors: Kind = (_context, _scope, number) => [
  () => `gauge.level = ${number()};\nout.push(gauge.level);`,
  () => `gauge.level += 1;\nout.push(heavy(gauge.inner));`,
  () => `out.push(heavy(gauge.level) + ${number()});`,
  () => `const { risky: $risky = ${number()} } = guarded;\nout.push($risky);\ntotal += 1;`,
  () =>
    `try { out.push(guarded.risky + ${number()}); total += 1; } catch (error) { out.push(error.message); }`,
  () => `try { out.push(heavy(${number()})); } finally { total += guarded.safe; }`,
  () =>
    `Object.defineProperty(config, 'spied', { get: () => (total += 1), configurable: true });\nout.push(config.spied);`,
  () => `out.push({ get own() { return ${number()}; } }.own);`,
  () => `out.push(\`\${counting}\` + ${number()});`,
  () => `out.push(counting * 2 + ${number()});`,
  () => `out.push(counting > ${number()});`,
];

const expressions: Kind = (context, scope, number) => [
  () => `out.push('a1b2'.replace(scan, String(${number()})));`,
  () => `if (scan.test('1a' + ${number()})) out.push(scan.lastIndex);`,
  () => `out.push(scan.exec(${stringExpression(context, scope)})?.[0]);`,
  () => `out.push(sticky.test(${stringExpression(context, scope)}), sticky.lastIndex);`,
  () => `for (const match of ${stringExpression(context, scope)}.matchAll(scan)) out.push(match.index);`,
  () => `for (let match; (match = /\\d/g.exec('1' + ${number()})); ) { out.push(match[0]); break; }`,
  () => `scan.lastIndex = 0;\nout.push(scan.test(${stringExpression(context, scope)}));`,
  () => `const $own = /[0-9]/g;\nout.push($own.test(${stringExpression(context, scope)}), $own.lastIndex);`,
];

const patterns: Kind = (_context, _scope, number) => [
  () => `const [$a = ${number()}, $b = (total += 1)] = [undefined, ...weights];\nout.push($a + $b);`,
  () => `const { k: $found = ${number()}, ...$others } = config;\nout.push($found, Object.keys($others));`,
  () => `const { missing: { n: $deep = heavy(${number()}) } = {} } = config;\nout.push($deep);`,
  () => `const $key = 'k';\nconst { [$key]: $value = ${number()} } = config;\nout.push(heavy($value));`,
  () => `const $pair = ([a, b = a] = [${number()}]) => a * b;\nout.push($pair(), $pair([2]));`,
  () => `[weights[0], weights[1] = ${number()}] = [weights[1]];\nout.push(heavy(weights[0]));`,
  () => `({ k: config.k = 1, n: config.n = ${number()} } = { n: config.k });`,
  () => `delete config.k;\nout.push('k' in config, ${number()});`,
  () => `out.push(config?.[\`\${'k'}\`]?.toFixed?.(1) ?? ${number()});`,
];

const closures: Kind = (context, scope, number) => [
  () => `thunks.push(() => ${number()});\nout.push(thunks.length);`,
  () => `let $live = ${number()};\nthunks.push(() => $live++);\nout.push($live);`,
  () => `let $live = ${number()};\nconst $bump = () => ($live += 1);\n$bump();\nout.push(heavy($live));`,
  () => `thunks.push(() => total);\ntotal += ${number()};`,
  () => `out.push(thunks.at(-1)?.());\nthunks.push(() => heavy(${number()}));`,
  () => `out.push([1, 2].map((n) => () => n + ${number()}).map((each) => each()));`,
  () => `const $once = ((cache) => () => (cache ??= heavy(${number()})))();\nout.push($once() + $once());`,
  () => `out.push(adders[0](${number()}) + adders[1](2));`,
  () => `if (${condition(context, scope)}) adders[0] = (n) => n * 3;\nout.push(adders[0](${number()}));`,
];

const overrides: Kind = (context, scope, number) => [
  () => `out.push(shapes[0].area() + shapes[1].area() + ${number()});`,
  () => `for (const shape of shapes) out.push(heavy(shape.area()) + ${number()});`,
  () => `shapes[1].size = ${number()};\nout.push(shapes[1].area());`,
  () => `out.push(shapes[2].describe() + ${number()});`,
  () => `out.push(new Circle(${number()}).area());`,
  () => `out.push(new Ring(${number()}, 2));`,
  () => `out.push(heavy(shapes.reduce((sum, shape) => sum + shape.area(), ${number()})));`,
  () => `shapes.push(new Square(${number()}));\nout.push(shapes.length);`,
  () => `out.push(Square.unit().area() * ${number()});`,
  () => `out.push(shapes[0] instanceof Circle ? ${number()} : heavy(2));`,
  () => `shapes[0].visits = (shapes[0].visits ?? 0) + 1;\nout.push(${number()});`,
  () => `if (${condition(context, scope)}) shapes[0].area = () => 7;\nout.push(shapes[0].area());`,
];

const labels: Kind = (context, scope, number) => [
  () =>
    `lines: for (const a of [1, 2, 3]) {\nfor (const b of [2, 5]) {\nif (heavy(a * b) > ${number()}) continue lines;\nout.push(a * b);\n}\n}`,
  () =>
    `lines: for (const a of [1, 2, 3]) {\nfor (const b of [2, 5]) {\nif (a * b > ${number()}) break lines;\ntotal += heavy(a * b);\n}\n}`,
  () => `spot: {\nif (${condition(context, scope)}) break spot;\nout.push(${number()});\n}`,
  () =>
    `let $sum = 0;\nfor (let a = 0; a < 4; a++) {\nif (a === 2) continue;\n$sum += heavy(a + ${number()});\n}\nout.push($sum);`,
  () =>
    `const $line = [];\nfor (let a = 0; a < 3; a++) $line.push(heavy(a) + ${number()});\nout.push($line);`,
  () => `const $low2 = [1, 2, 3].find((n) => heavy(n) > ${number()});\nout.push($low2);`,
  () =>
    `let $tries = 0;\nwhile ($tries < 3) {\n$tries += 1;\ntry {\nif (${condition(context, scope)}) continue;\nout.push(picky(${number()}));\n} finally {\ntotal += 1;\n}\n}`,
];
