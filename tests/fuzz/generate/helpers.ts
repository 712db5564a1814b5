/** Functions of numbers that generated programs call: pure ones, and one of each kind of trap; traps look as innocent as the rest. */
import { piece, type Piece } from './pieces.ts';

/** Functions that compute their result from their argument and do nothing else that can be seen. */
export const pureHelpers: readonly Piece[] = [
  piece(
    'heavy',
    `function heavy(x) {\n  let sum = 0;\n  for (let n = 0; n < 7; n++) sum = (sum * 31 + x * n) % 1009;\n  return sum;\n}`,
  ),
  piece('square', `const square = (x) => x * x;`),
  piece(
    'collatz',
    `function collatz(x) {\n  return !(x > 1 && x < 500) ? 1 : 1 + collatz(x % 2 === 0 ? x / 2 : 3 * Math.floor(x) + 1);\n}`,
  ),
  piece(
    'fromTable',
    `const table = [3, 1, 4, 1, 5, 9, 2, 6];\nfunction fromTable(x) {\n  return table[Math.abs(Math.floor(x)) % table.length];\n}`,
  ),
  piece(
    'defaulted',
    `function defaulted(x, { by = 2, plus = heavy(by) } = {}) {\n  return x * by + plus;\n}`,
  ),
  piece(
    'viaObject',
    `const tools = { offset: 4, shift(x) { return x + this.offset; } };\nfunction viaObject(x) {\n  return tools.shift(x);\n}`,
  ),
  piece(
    'scratchFull',
    `const area = [0];\nfunction scratchFull(x) {\n  area[0] = x * 2;\n  return area[0] + 1;\n}`,
  ),
  piece(
    'picky',
    `function picky(x) {\n  if (x % 11 === 7) throw new RangeError('picky ' + x);\n  return x;\n}`,
  ),
  piece(
    'isEven',
    `function isEven(x) {\n  return x < 1 || !(x < 30) ? 1 : isOdd(x - 1);\n}\nfunction isOdd(x) {\n  return x < 1 ? 0 : isEven(x - 1);\n}`,
  ),
  piece('median', `function median(x) {\n  return [x, 3, x % 5].sort((a, b) => a - b)[1];\n}`),
  piece('folded', `const folded = (x) => [1, 2, x].reduce((a, n) => a * 2 + n, 0);`),
  piece(
    'sumUpTo',
    `function* upTo(n) {\n  for (let at = 0; at < n; at++) yield at;\n}\nfunction sumUpTo(x) {\n  let sum = 0;\n  for (const at of upTo(x % 5)) sum += at;\n  return sum;\n}`,
  ),
  piece(
    'curried',
    `const adders = [1, 2].map((n) => (x) => x + n);\nfunction curried(x) {\n  return adders[0](adders[1](x));\n}`,
  ),
  piece(
    'viaCall',
    `function viaCall(x) {\n  return heavy.call(null, x) + Reflect.apply(square, null, [x]);\n}`,
  ),
  piece('reversed', `const reversed = (x) => Number(String(x).split('').reverse().join('')) || 0;`),
  piece(
    'matched',
    `function matched(x) {\n  const match = /(\\d)(\\d)?/.exec(String(x));\n  return match === null ? 0 : Number(match[1]);\n}`,
  ),
  piece('argued', `function argued(x) {\n  return arguments.length + [...arguments].length + x;\n}`),
  piece(
    'inFinally',
    `function inFinally(x) {\n  try {\n    if (x % 4 === 1) throw new Error('four');\n    return x;\n  } catch (error) {\n    return error.message.length;\n  } finally {\n    x = 0;\n  }\n}`,
  ),
  piece(
    'noise',
    `function noise(x) {\n  const random = new Random(x | 0);\n  random.next();\n  return random.next() % 7;\n}`,
  ),
  piece('scaleTwo', `const makeScaler = (by) => (x) => x * by;\nconst scaleTwo = makeScaler(2);`),
  piece(
    'pureMemo',
    `const known = new Map();\nfunction pureMemo(x) {\n  if (!known.has(x)) known.set(x, heavy(x));\n  return known.get(x);\n}`,
  ),
  piece('lookup', `const looked = {};\nfunction lookup(x) {\n  return (looked[x] ??= heavy(x));\n}`),
  piece(
    'memoized',
    `function memoize(compute) {\n  const cache = new Map();\n  return (x) => {\n    if (cache.has(x)) return cache.get(x);\n    const value = compute(x);\n    cache.set(x, value);\n    return value;\n  };\n}\nconst memoized = memoize(heavy);`,
  ),
  piece(
    'fibonacci',
    `const fibonaccis = [0, 1];\nfunction fibonacci(n) {\n  n = Math.abs(n | 0) % 20;\n  return (fibonaccis[n] ??= fibonacci(n - 1) + fibonacci(n - 2));\n}`,
  ),
  piece(
    'evicting',
    `const recent = new Map();\nfunction evicting(x) {\n  if (recent.size > 1) recent.clear();\n  if (!recent.has(x)) recent.set(x, square(x));\n  return recent.get(x);\n}`,
  ),
  piece(
    'fullScratch',
    `const work = new Float64Array(3);\nfunction fullScratch(x) {\n  work.fill(x);\n  return work[0] + work[2];\n}`,
  ),
  piece(
    'counted',
    `const counted = (x) => { let calls = 0; const step = () => ++calls; step(); return x + step(); };`,
  ),
  piece(
    'deep',
    `function deep(x) {\n  const box = { list: [x] };\n  const alias = box.list;\n  alias.push(x + 1);\n  return box.list.length + box.list[1];\n}`,
  ),
];

/** Functions that keep, read or change something beyond their argument. */
export const trapHelpers: readonly Piece[] = [
  piece(
    'memo',
    `const cache = new Map();\nfunction memo(x) {\n  if (!cache.has(x)) cache.set(x, x + cache.size);\n  return cache.get(x);\n}`,
  ),
  piece(
    'coarseMemo',
    `const coarse = new Map();\nfunction coarseMemo(x) {\n  const key = x % 3;\n  if (!coarse.has(key)) coarse.set(key, square(x));\n  return coarse.get(key);\n}`,
  ),
  piece(
    'memoSize',
    `const sized = new Map();\nfunction memoInto(x) {\n  if (!sized.has(x)) sized.set(x, heavy(x));\n  return sized.get(x);\n}\nfunction memoSize(x) {\n  return memoInto(x) + sized.size;\n}`,
  ),
  piece(
    'sharedBox',
    `const boxes = new Map();\nfunction boxOf(x) {\n  if (!boxes.has(x)) boxes.set(x, { hits: 0 });\n  return boxes.get(x);\n}\nfunction sharedBox(x) {\n  return (boxOf(x % 2).hits += 1);\n}`,
  ),
  piece('memoOnce', `let first;\nfunction memoOnce(x) {\n  first ??= heavy(x);\n  return first + x;\n}`),
  piece(
    'lastSeen',
    `let lastKey = -1;\nlet lastValue = 0;\nfunction lastSeen(x) {\n  if (lastKey !== x % 4) {\n    lastKey = x % 4;\n    lastValue = heavy(x);\n  }\n  return lastValue;\n}`,
  ),
  piece('ticket', `let tickets = 0;\nfunction ticket(x) {\n  tickets += 1;\n  return x + tickets;\n}`),
  piece('scaled', `let scale = 3;\nfunction scaled(x) {\n  return x * scale;\n}\nscale = 5;`),
  piece(
    'configured',
    `let factor = 1;\nfunction setFactor(n) {\n  factor = n;\n}\nfunction configured(x) {\n  return heavy(x) * factor;\n}`,
  ),
  piece(
    'retuned',
    `const settings = { by: 1 };\nfunction retuned(x) {\n  const result = heavy(x) * settings.by;\n  if (x % 3 === 1) settings.by += 1;\n  return result;\n}`,
  ),
  piece('logged', `function logged(x) {\n  console.log('logged', x);\n  return x + 1;\n}`),
  piece('counter', `const counter = (() => {\n  let calls = 0;\n  return (x) => x * 2 + calls++;\n})();`),
  piece(
    'sticky',
    `const digits = /\\d/g;\nfunction sticky(x) {\n  return digits.test('7a7' + x) ? 1 : 2;\n}`,
  ),
  piece(
    'rotating',
    `const ring = [2, 7, 1, 8];\nfunction rotating(x) {\n  ring.push(ring.shift());\n  return x + ring[0];\n}`,
  ),
  piece(
    'scratch',
    `const buffer = [0, 0];\nfunction scratch(x) {\n  buffer[0] = x;\n  buffer[1] += 1;\n  return buffer[0] + buffer[1];\n}`,
  ),
  piece(
    'halfScratch',
    `const half = new Float64Array(2);\nfunction halfScratch(x) {\n  if (x % 2 === 0) half[0] = x;\n  return half[0] + 1;\n}`,
  ),
  piece('jitter', `const dice = new Random(7);\nfunction jitter(x) {\n  return x + (dice.next() % 5);\n}`),
  piece(
    'stateful',
    `function stateful(x) {\n  const previous = stateful.last ?? 0;\n  stateful.last = x;\n  return previous + x;\n}`,
  ),
  piece(
    'numbered',
    `class Ids {\n  static next = 1;\n  static take() {\n    return Ids.next++;\n  }\n}\nfunction numbered(x) {\n  return x + Ids.take();\n}`,
  ),
  piece(
    'viaGetter',
    `const meter = { reads: 0, get value() { this.reads += 1; return this.reads; } };\nfunction viaGetter(x) {\n  return x + meter.value;\n}`,
  ),
  piece(
    'viaString',
    `let tagged = 0;\nconst label = { toString() { tagged += 1; return 'x'.repeat(tagged % 4); } };\nfunction viaString(x) {\n  return x + \`\${label}\`.length;\n}`,
  ),
  piece(
    'comparing',
    `let comparisons = 0;\nfunction comparing(x) {\n  const least = [x, 2, 5].sort((a, b) => { comparisons += 1; return a - b; })[0];\n  return least + comparisons;\n}`,
  ),
  piece(
    'fed',
    `const feed = [1, 2, 3, 4, 5, 6, 7, 8][Symbol.iterator]();\nfunction fed(x) {\n  return x + (feed.next().value ?? 0);\n}`,
  ),
  piece(
    'pulled',
    `const naturals = (function* () { let n = 0; for (;;) yield n++; })();\nfunction pulled(x) {\n  return x + naturals.next().value;\n}`,
  ),
  piece(
    'replacing',
    `let hits = 0;\nconst replacing = (x) => { 'a1b2'.replace(/\\d/g, () => { hits += 1; return ''; }); return x + hits; };`,
  ),
  piece('withDefault', `let defaults = 0;\nfunction withDefault(x, by = ++defaults) {\n  return x + by;\n}`),
  piece(
    'chained',
    `const chain = { n: 0, step() { this.n += 1; return this; } };\nconst chained = (x) => x + chain.step().step().n;`,
  ),
  piece(
    'patched',
    `const desk = { weigh: (x) => x };\nfunction patched(x) {\n  const result = desk.weigh(x);\n  if (x > 3) desk.weigh = (n) => n * 2;\n  return result;\n}`,
  ),
  piece('spilling', `const log = [];\nfunction spilling(x) {\n  log.push(x);\n  return log.length;\n}`),
  piece(
    'setterTrap',
    `const dial = { turns: 0, set to(n) { this.turns += n; } };\nfunction setterTrap(x) {\n  dial.to = 1;\n  return x + dial.turns;\n}`,
  ),
  piece(
    'destructuring',
    `const source = { count: 0, get size() { return ++this.count; } };\nfunction destructuring(x) {\n  const { size } = source;\n  return x + size;\n}`,
  ),
  piece(
    'spreading',
    `const spring = { *[Symbol.iterator]() { this.n = (this.n ?? 0) + 1; yield this.n; } };\nconst spreading = (x) => x + [...spring][0];`,
  ),
];

/** Functions that take an item object: readers, mutators, and ones that hand back what they got; and the classes of items. */
export const itemPieces: readonly Piece[] = [
  piece('journal', `const journal = [1, 2, 3];`),
  piece('journalOf', `function journalOf() {\n  return journal;\n}`),
  piece('note', `function note(x) {\n  if (journal.length < 9) journal.push(heavy(x));\n}`),
  piece(
    'Random',
    `class Random {\n  constructor(seed) {\n    this.seed = seed;\n  }\n  next() {\n    this.seed = (this.seed * 16807 + 11) % 65537;\n    return this.seed;\n  }\n}`,
  ),
  piece(
    'weigh',
    `function weigh(item) {\n  let sum = item.v;\n  for (const tag of item.tags) sum += tag * 3;\n  return sum;\n}`,
  ),
  piece('touch', `function touch(item) {\n  item.v += 1;\n  return item.v;\n}`),
  piece('same', `function same(item) {\n  return item;\n}`),
  piece('wrap', `function wrap(item) {\n  return { inner: item.tags, weight: weigh(item) };\n}`),
  piece(
    'summary',
    `function summary(item) {\n  return { id: item.id, label: item.s + '!', list: [item.v, item.v * 2] };\n}`,
  ),
  piece(
    'lazily',
    `const weights2 = new WeakMap();\nfunction lazily(item) {\n  if (!weights2.has(item)) weights2.set(item, weigh(item));\n  return weights2.get(item);\n}`,
  ),
  piece('stamp', `function stamp(item) {\n  item.stamped ??= weigh(item);\n  return item.stamped;\n}`),
  piece(
    'Vector',
    `class Vector {\n  constructor(x, y) {\n    this.x = x;\n    this.y = y;\n  }\n  get length() {\n    return Math.hypot(this.x, this.y);\n  }\n  plus(other) {\n    return new Vector(this.x + other.x, this.y + other.y);\n  }\n  scaledBy(by) {\n    return new this.constructor(this.x * by, this.y * by);\n  }\n  grow() {\n    this.x += 1;\n    return this.x;\n  }\n  static of(x) {\n    return new Vector(x, x + 1);\n  }\n  toString() {\n    return 'v' + this.x;\n  }\n}`,
  ),
  piece(
    'Vector3',
    `class Vector3 extends Vector {\n  z = 1;\n  get length() {\n    return super.length + this.z;\n  }\n  plus(other) {\n    return super.plus(other);\n  }\n}`,
  ),
  piece(
    'Secret',
    `class Secret {\n  #hidden;\n  constructor(x) {\n    this.#hidden = x;\n  }\n  reveal() {\n    return this.#hidden;\n  }\n}`,
  ),
  piece(
    'Tally',
    `class Tally {\n  static made = 0;\n  constructor(x) {\n    Tally.made += 1;\n    this.x = x + Tally.made;\n  }\n}`,
  ),
  piece(
    'Odd',
    `class Odd extends RangeError {\n  constructor(x) {\n    super('odd ' + x);\n    this.x = x;\n  }\n}`,
  ),
  piece(
    'Shape',
    `class Shape {\n  static made = 0;\n  area() {\n    return 0;\n  }\n  describe() {\n    return this.constructor.name + this.area();\n  }\n}`,
  ),
  piece(
    'Circle',
    `class Circle extends Shape {\n  #radius;\n  constructor(radius) {\n    super();\n    this.#radius = radius;\n  }\n  area() {\n    return this.#radius * this.#radius * 3;\n  }\n}`,
  ),
  piece(
    'Square',
    `class Square extends Shape {\n  constructor(side) {\n    super();\n    this.side = side;\n  }\n  set size(side) {\n    this.side = side;\n  }\n  area() {\n    return this.side * this.side + super.area();\n  }\n  static unit() {\n    return new this(1);\n  }\n}`,
  ),
  piece(
    'Ring',
    `class Ring extends Square {\n  constructor(side, hole) {\n    super(side);\n    this.hole = hole;\n  }\n  area() {\n    return super.area() - this.hole;\n  }\n  describe() {\n    this.told = (this.told ?? 0) + 1;\n    return super.describe() + this.told;\n  }\n}`,
  ),
  piece('Stack', `class Stack extends Array {\n  get top() {\n    return this[this.length - 1];\n  }\n}`),
  piece('numbersOf', `function* numbersOf(n) {\n  for (let at = 0; at < n; at++) yield at * 2;\n}`),
  piece(
    'noisyNumbersOf',
    `function* noisyNumbersOf(n) {\n  for (let at = 0; at < n; at++) {\n    console.log('pull', at);\n    yield at;\n  }\n}`,
  ),
  piece(
    'sharedNumbersOf',
    `const pullState = { n: 0 };\nfunction* sharedNumbersOf(n) {\n  for (let at = 0; at < n; at++) yield pullState.n++;\n}`,
  ),
  piece(
    'closingNumbersOf',
    `function* closingNumbersOf(n) {\n  try {\n    for (let at = 0; at < n; at++) yield at;\n  } finally {\n    console.log('closed');\n  }\n}`,
  ),
  piece(
    'failingNumbersOf',
    `function* failingNumbersOf(n) {\n  for (let at = 0; at < n; at++) yield at;\n  throw new RangeError('no more');\n}`,
  ),
  piece(
    'Bag',
    `class Bag {\n  constructor(list) {\n    this.list = list;\n  }\n  *[Symbol.iterator]() {\n    yield* this.list;\n  }\n}`,
  ),
];
