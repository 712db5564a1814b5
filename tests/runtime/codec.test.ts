// What is packed comes back so that nobody can tell the difference, or is refused with the path to the culprit.
import { fc, test as property } from './support/property.ts';
import { describe, expect, test } from 'vitest';
import { shareBytes } from '../../src/runtime/codec/shared-copies.ts';
import { findDifference } from '../../src/runtime/codec/compare.ts';
import { pack, packConstants, packList, unpack, unpackConstants } from '../../src/runtime/codec/pack.ts';
import { packValues, transferablesOf, unpackValues } from '../../src/runtime/codec/values.ts';

class Vec3 {
  x: number;
  y: number;
  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }
  get length(): number {
    return Math.hypot(this.x, this.y);
  }
}
class Stack extends Array<unknown> {}
class HttpError extends Error {
  status = 404;
}
class Secret {
  #key = 1;
  key(): number {
    return this.#key;
  }
}

const classes = { Vec3, Stack, HttpError };
const cross = (value: unknown): unknown =>
  unpack(
    pack(value, classes, () => 'value'),
    classes,
  );
const crossAsConstants = (value: unknown): unknown => unpackConstants(packConstants(value, classes), classes);
const crosses = (value: unknown): void => {
  expect(findDifference(value, cross(value))).toBeUndefined();
  expect(findDifference(value, crossAsConstants(value))).toBeUndefined();
};

/** A list as items travel. */
const packItems = (list: unknown[]) => packList(list, classes, () => 'list');
/** Both as items and as results travel. */
function crossesAsList(list: unknown[]): void {
  const items = unpack(packItems(list), classes) as ArrayLike<unknown>;
  const results = packValues(list, classes, 0, 'test');
  const received = unpackValues(structuredClone(results, { transfer: transferablesOf(results) }), classes);
  for (const there of [items, received]) {
    // The list itself is nobody's: numbers may come in their block.
    const copy = ArrayBuffer.isView(there) ? Array.from(there) : there;
    expect(findDifference(list, copy)).toBeUndefined();
  }
}

describe('a list of objects', () => {
  const row = { b: -0, a: 'x', c: undefined, 1: NaN };
  const own = (key: string, property: PropertyDescriptor): object =>
    Object.defineProperty({ ...row }, key, { enumerable: true, configurable: true, ...property });

  test('of the same keys travels by column', () => {
    const list = [row, { ...row, b: 1e300, a: null }, { ...row, b: 1, c: 2n }];
    expect(packItems(list).isSplit).toBe(true);
    crossesAsList(list);
  });

  test.each<[string, unknown[]]>([
    ['that is one object', [row, row]],
    ['with other keys', [row, { ...row, d: 1 }]],
    ['with keys in another order', [row, { a: 'x', b: 0, c: 1, 1: 1 }]],
    ['of which one is a hole', [row, , row]],
    ['of which one is no object', [row, 1, null]],
    ['of a class', [new Vec3(1, 2), new Vec3(3, 4)]],
    ['without a prototype', [row, Object.assign(Object.create(null) as object, row)]],
    ['that hold objects', [{ a: row }, { a: row }]],
    ['that are frozen', [{ ...row }, Object.freeze({ ...row })]],
    ['without keys', [{}, {}]],
    ['with the key __proto__', [JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":2}')]],
    ['of which one is an array', [row, ['x']]],
  ])('%s travels as it is', (_, list) => {
    expect(packItems(list).isSplit).toBeUndefined();
    crossesAsList(list);
  });

  test.each<[string, object]>([
    ['a getter', own('a', { get: () => expect.fail('called') })],
    ['a property that is not enumerable', own('a', { value: 1, enumerable: false })],
    ['a property that is read-only', own('a', { writable: false })],
    ['a symbol as key', { ...row, [Symbol('s')]: 1 }],
    ['a function', { ...row, a: () => 1 }],
    ['a proxy', new Proxy({ ...row }, {})],
  ])('that holds %s is refused', (_, object) => {
    expect(() => packItems([{ ...row }, object])).toThrow(TypeError);
    expect(() => packItems([object, { ...row }])).toThrow(TypeError);
  });

  const primitive = fc.oneof(
    fc.double(),
    fc.string(),
    fc.boolean(),
    fc.bigInt(),
    fc.constantFrom(null, undefined, -0),
  );
  const objects = fc
    .uniqueArray(fc.string(), { maxLength: 5 })
    .chain((keys) => fc.array(fc.record(Object.fromEntries(keys.map((key) => [key, primitive])))));
  property([objects], 'crosses without loss', crossesAsList);
});

describe('a list of arrays', () => {
  const numbers = (length = 20): number[] => Array.from({ length }, (_, k) => k / 2);
  const integers = numbers().map((x) => 2 * x);

  test.each<[string, unknown[]]>([
    ['of numbers', [numbers(), [], numbers(30)]],
    ['of integers', [integers, integers.map((x) => -x - 1)]],
    ['of which one holds -0 and NaN', [integers, [...integers, -0, NaN, -Infinity]]],
    ['of large integers', [integers, [...integers, 2 ** 31, 2 ** 53]]],
    ['of numbers and others', [numbers(), [...numbers(), '1', undefined, null, 2n, true]]],
    ['of objects', [numbers().map((x) => ({ x, tags: integers.map(String) }))]],
    ['of arrays', [[numbers(), integers, [], numbers(9), numbers(9), numbers(9), numbers(9), numbers(9)]]],
  ])('%s travels in parts', (_, list) => {
    expect(packItems(list).isSplit).toBe(true);
    crossesAsList(list);
  });

  test.each<[string, unknown[]]>([
    ['that is one array', [integers, integers]],
    ['with holes', [numbers(), [1, , 3, ...numbers()]]],
    ['that end in a hole', [numbers(), Object.assign(numbers(), { length: 30 })]],
    ['of which one is a hole', [numbers(), , numbers(40)]],
    ['with a further property', [numbers(), Object.assign(numbers(), { label: 'x' })]],
    ['that are frozen', [numbers(), Object.freeze(numbers())]],
    ['of a class', [numbers(), Stack.from(numbers())]],
    ['of which one is a typed array', [numbers(), new Float64Array(20)]],
    ['of which one is null', [numbers(), null]],
    ['of objects that one is shared by', [numbers().map((x) => ({ x, integers }))]],
    ['of instances', [numbers().map((x) => new Vec3(x, x))]],
    ['of few numbers', [numbers(), [1], [2], [3]]],
  ])('%s travels as it is', (_, list) => {
    expect(packItems(list).isSplit).toBeUndefined();
    crossesAsList(list);
  });

  test.each<[string, PropertyDescriptor & { key: PropertyKey }]>([
    ['a symbol as key', { key: Symbol('s'), value: 1, enumerable: true }],
    ['a property that is not enumerable', { key: 'raw', value: 1 }],
    ['a getter', { key: 'first', get: () => expect.fail('called'), enumerable: true }],
  ])('that holds %s is refused', (_, { key, ...property }) => {
    for (const length of [3, 20, 100]) {
      const array = Object.defineProperty(numbers(length), key, property);
      expect(() => packItems([numbers(length), array])).toThrow(TypeError);
      expect(() => packItems([Object.defineProperty([1, , 3], key, property)])).toThrow(TypeError);
    }
  });

  property(
    [fc.array(fc.array(fc.oneof(fc.double(), fc.integer()), { maxLength: 60 }))],
    'crosses without loss',
    crossesAsList,
  );
});

describe('a list of like values', () => {
  const leaf = fc.oneof(fc.double(), fc.integer(), fc.string(), fc.constantFrom(null, undefined, -0, 3n));
  const { list } = fc.letrec<{ value: unknown; list: unknown[] }>((tie) => ({
    value: fc.oneof(leaf, tie('list'), fc.record({ a: tie('value'), b: tie('value') })),
    list: fc.oneof(
      fc.array(fc.oneof(fc.double(), fc.integer()), { minLength: 8, maxLength: 20 }),
      fc.array(tie('value'), { maxLength: 10 }),
      // Objects in several places.
      tie('value').map((value) => [value, [value]]),
      fc.array(fc.record({ a: leaf, b: tie('list') }), { maxLength: 5 }),
    ),
  }));
  property([list], 'crosses without loss', crossesAsList);
});

describe('crosses without loss', () => {
  const vector = new Vec3(1, 2);
  const bytes = new Uint8Array([1, 2, 3, 4]);
  const cycle: Record<string, unknown> = { name: 'cycle' };
  cycle.self = [cycle];
  const url = new URL('https://example.org/a?b#c');
  const pattern = /a(b)/gy;
  pattern.lastIndex = 3;

  const holes = [1, , 3];

  test.each<[string, unknown]>([
    ['-0, NaN, bigint, undefined', [-0, NaN, 12n, undefined, null, 'é', '\ud800', true]],
    ['holes', holes],
    ['an array with properties', Object.assign([1, 2], { index: 3 })],
    ['the match of a pattern', /(?<year>\d+)/.exec('in 2024')],
    ['a cycle', cycle],
    ['shared references', [vector, vector, { vector }]],
    ['class instances', { at: vector, list: Stack.from([1, new Vec3(-0, 3)]) }],
    ['objects without a prototype', Object.assign(Object.create(null) as object, { a: 1 })],
    ['frozen and sealed', [Object.freeze({ a: Object.seal([1]) }), Object.preventExtensions({ b: 1 })]],
    [
      'maps and sets',
      new Map<unknown, unknown>([
        [vector, new Set([1, vector])],
        ['url', url],
      ]),
    ],
    ['dates', [new Date(5), new Date(NaN)]],
    ['a pattern that is at -0', Object.assign(/a/g, { lastIndex: -0 })],
    ['patterns', [pattern, /x/u]],
    ['URLs', { url, again: url, query: new URLSearchParams('a=1&a=2'), deep: new Set([url]) }],
    ['buffers', [Buffer.from('abc'), Buffer.alloc(0)]],
    [
      'typed arrays',
      [bytes, new Float64Array([1.5, -0]), new BigInt64Array([3n]), new DataView(new ArrayBuffer(3))],
    ],
    ['boxed primitives', [Object(1), Object('a'), Object(false), Object(1n)]],
    ['errors', new TypeError('no', { cause: new HttpError('gone') })],
    ['errors with fields', Object.assign(new Error('a'), { code: 'ENOENT', path: ['x', vector] })],
    ['errors of errors', new AggregateError([new RangeError('a'), vector], 'many')],
    ['DOM exceptions', [new DOMException('stop', 'AbortError')]],
  ])('%s', (_, value) => {
    crosses(value);
  });

  test('views that overlap still do, and a view of a large buffer travels alone', () => {
    const buffer = new ArrayBuffer(8_000_000);
    const alone = pack(new Uint8Array(buffer, 16, 4), {}, () => 'value');
    expect(alone.bytes.length).toBeLessThan(100);
    const [a, b] = cross([new Uint8Array(buffer, 0, 8), new Float64Array(buffer, 0, 1)]) as [
      Uint8Array,
      Float64Array,
    ];
    expect(a.buffer).toBe(b.buffer);
    a[7] = 64;
    expect(b[0]).toBe(2);
  });

  test('shared memory stays shared', () => {
    const shared = new Int32Array(new SharedArrayBuffer(8));
    const copy = cross({ shared }) as { shared: Int32Array };
    copy.shared[1] = 7;
    expect(shared[1]).toBe(7);
  });

  test('large arrays of constants are copied once, into shared memory', () => {
    const large = Float64Array.from({ length: 20_000 }, (_, i) => i);
    const packed = pack({ large }, {}, () => 'constants', shareBytes);
    expect(packed.bytes.length).toBeLessThan(200);
    expect(unpack(packed, {})).toStrictEqual({ large });
  });
});

describe('constants with arrays of numbers', () => {
  const row = Array.from({ length: 12 }, (_, k) => k / 3);
  const short = [0.5, 1.5];

  test.each<[string, unknown]>([
    ['alone', row],
    ['in tables', { rows: [row, row.map((x) => -x)], width: 5, name: 'x', deep: [[short, row.slice(1)]] }],
    ['in rows', [row, row.map((x) => -x), short, row]],
    ['in objects, and in two places', { row, rows: [row, short], deep: { row, label: 'a' } }],
    ['beside others', { row, mixed: [...row, 'x'], holes: [...row, , 1], none: [...row, undefined] }],
    [
      'with NaN, -0 and integers',
      { odd: [NaN, -0, 0, 1, 2, 3, 4, 5, 2 ** 53], whole: [1, 2, 3, 4, 5, 6, 7, 8] },
    ],
    [
      'frozen, and in what is frozen',
      { row: Object.freeze([...row]), all: Object.freeze({ row, rows: [row] }) },
    ],
    ['that a Map holds too', { row, map: new Map([[row, { row }]]) }],
    ['that an instance holds too', { row, all: Object.assign(new Vec3(1, 2), { row }) }],
    ['in a ring', Object.assign([row] as unknown[], { 1: row })],
  ])('%s', (_, value) => {
    crosses(value);
  });

  test('are new ones, and one where they were one', () => {
    const { rows, first } = crossAsConstants({ rows: [row, row], first: row }) as {
      rows: unknown[];
      first: unknown;
    };
    expect(rows[0]).toBe(first);
    expect(rows[1]).toBe(first);
    expect(first).toStrictEqual(row);
  });
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function nest(depth: number): object {
  let nested = {};
  for (let level = 0; level < depth; level++) nested = { nested };
  return nested;
}

describe('refuses what would lose something, and says where', () => {
  class Socket {
    readonly port = 80;
  }
  test.each<[string, unknown, string]>([
    [
      'functions',
      { list: [{ run: () => 1 }] },
      "value.list\\[0\\].run can't be sent to another thread: it is a function",
    ],
    ['symbols', [Symbol('s')], "value\\[0\\] can't be sent to another thread: it is a symbol"],
    [
      'unknown classes',
      { a: { socket: new Socket() } },
      'value.a.socket .*an instance of Socket, which is not among',
    ],
    ['private state', new Map([['key', new Secret()]]), 'value.key .*Secret'],
    [
      'getters',
      {
        get a() {
          return 1;
        },
      },
      'value.a .*getter',
    ],
    ['symbol keys', { [Symbol('hidden')]: 1 }, 'Symbol\\(hidden\\).*a property under a symbol'],
    ['hidden properties', Object.defineProperty({}, 'secret', { value: 1 }), 'value.secret .*not enumerable'],
    ['promises', { 'not yet': Promise.resolve(1) }, 'value\\["not yet"\\] .*a promise'],
    ['weak collections', [new WeakMap()], 'value\\[0\\] .*WeakMap'],
    ['bare shared memory', [new SharedArrayBuffer(8)], 'value\\[0\\] .*send a typed array of it'],
    ['proxies', { a: new Proxy({}, {}) }, 'value.a .*a proxy'],
    ['what is no instance of its class', Object.create(Map.prototype), 'value .*refused by the serializer'],
    [
      'read-only properties',
      Object.defineProperty({}, 'a', { value: 1, enumerable: true }),
      'value.a .*read-only',
    ],
    [
      'getters of elements',
      { list: Object.defineProperty([1, 2], 1, { get: () => expect.fail('called'), enumerable: true }) },
      'value.list\\[1\\] .*getter',
    ],
    [
      'read-only elements',
      [Object.defineProperty([1, {}], 0, { value: 1, writable: false })],
      'value\\[0\\]\\[0\\] .*read-only',
    ],
    [
      'hidden elements',
      Object.defineProperty([1, 2], 0, { value: 1, enumerable: false }),
      'value\\[0\\] .*not enumerable',
    ],
    [
      'a read-only length',
      { list: Object.defineProperty([1, 2], 'length', { writable: false }) },
      'value.list.length .*read-only',
    ],
    [
      'a read-only lastIndex',
      [Object.defineProperty(/a/g, 'lastIndex', { writable: false, value: 2 })],
      'value\\[0\\].lastIndex .*read-only',
    ],
    ['closed typed arrays', Object.preventExtensions(new Uint8Array(3)), 'value .*closed typed array'],
    ['revoked proxies', revoked(), 'value .*a proxy'],
    ['what is nested too deep', nest(20_000), 'value .*Maximum call stack'],
    [
      'views of a buffer that may be resized',
      [new Uint8Array(Reflect.construct(ArrayBuffer, [8, { maxByteLength: 16 }]), 0, 4)],
      'value\\[0\\] .*resizable',
    ],
    [
      'properties of a typed array',
      [Object.assign(new Float64Array(3), { width: 3 })],
      'value\\[0\\] .*further',
    ],
    [
      'properties of a long one',
      Object.assign(new Float32Array(999), { width: 3 }),
      'value .*further properties',
    ],
    [
      'properties of a Buffer',
      Object.assign(Buffer.from('a long text of bytes'), { mark: 3 }),
      'value .*further',
    ],
    [
      'symbol keys of arrays',
      Object.assign([1], { [Symbol('mark')]: 1 }),
      'Symbol\\(mark\\).*under a symbol',
    ],
    ['properties of a map', Object.assign(new Map(), { a: 1 }), 'value.a .*a property of a built-in object'],
    [
      'hidden properties of a map',
      Object.defineProperty(new Map(), 'a', { value: 1 }),
      'value.a .*a property of a built-in object',
    ],
    [
      'properties of a boxed string',
      Object.assign(Object('text') as object, { mark: 3 }),
      'value.mark .*a property of a built-in object',
    ],
    [
      'properties of a URL',
      [Object.assign(new URL('http://a.b/'), { mark: 3 })],
      'value\\[0\\].mark .*a property of a built-in object',
    ],
    [
      'the cause of a DOMException',
      Object.assign(new DOMException('late'), { cause: 3 }),
      'value.cause .*a property of a built-in object',
    ],
    ['frozen URLs', Object.freeze(new URL('http://a.b/')), 'value .*a closed URL'],
    [
      'read-only properties of errors',
      Object.defineProperty(new Error('x'), 'code', { value: 1, enumerable: true }),
      'value.code .*read-only',
    ],
    ['unknown errors', [new (class Odd extends Error {})('x')], 'value\\[0\\] .*an instance of Odd'],
  ])('%s', (_, value, message) => {
    expect(() => cross(value)).toThrow(new RegExp(message));
    expect(() => packItems([value])).toThrow(/^list.* can't be sent/);
    expect(() => crossAsConstants(value)).toThrow(/^constants.* can't be sent/);
  });
});

const leaf = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.bigInt(),
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.constantFrom(null, undefined, -0, NaN),
  fc.date({ noInvalidDate: false }),
  fc.uint8Array().map((bytes) => bytes.subarray(bytes.length >> 1)),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  fc.webUrl().map((text) => new URL(text)),
  fc.constantFrom('a', 'b+').map((source) => Object.assign(new RegExp(source, 'g'), { lastIndex: 2 })),
  fc.tuple(fc.double(), fc.double()).map(([x, y]) => new Vec3(x, y)),
  fc.string().map((message) => new HttpError(message)),
);
const { value: nested } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.array(tie('value')),
    fc.sparseArray(tie('value'), { maxLength: 8 }),
    fc.dictionary(fc.string(), tie('value'), { noNullPrototype: false }),
    fc.array(tie('value')).map((items) => Stack.from(items)),
    fc.array(fc.tuple(tie('value'), tie('value'))).map((entries) => new Map(entries)),
    fc.array(tie('value')).map((items) => new Set(items)),
    fc.tuple(fc.string(), tie('value')).map(([message, cause]) => new RangeError(message, { cause })),
    fc.dictionary(fc.string(), tie('value')).map((object) => Object.freeze(object)),
    // The same object in two places, and in a cycle.
    tie('value').map((shared) => [shared, { shared }]),
    tie('value').map((held) => {
      const ring: unknown[] = [held];
      ring.push(ring);
      return ring;
    }),
  ),
}));

describe('any value', () => {
  property([nested], 'crosses and comes back', (value) => {
    crosses(value);
  });
});
