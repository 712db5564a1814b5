/** Raw memory: typed arrays, ArrayBuffer, DataView, Atomics, Buffer. Views share; copies don't. */
import type { Entry, Table } from './define.ts';
import {
  ambient,
  argument,
  arrayOf,
  boolean,
  callback,
  constant,
  constructor,
  converting,
  each,
  elementsOf,
  fresh,
  hidden,
  itself,
  iterating,
  iteratorOf,
  keyed,
  linear,
  linearithmic,
  mutating,
  named,
  nondeterminism,
  nothing,
  number,
  oneOf,
  primitive,
  promiseOf,
  property,
  protocol,
  pure,
  reading,
  receiver,
  rest,
  result,
  string,
  touch,
  viewOf,
  words,
} from './define.ts';
import type { Shape, ValueKind } from './profile.ts';

const visit = callback(argument(0), {
  parameters: [[], [], [itself(receiver)]],
  thisValue: [itself(argument(1))],
});
const fold = callback(argument(0), {
  parameters: [[itself(result()), itself(argument(1))], [], [], [itself(receiver)]],
});
const compare = callback(argument(0), { parameters: [[], []], times: 'each-log-n', optional: true });

/** `of` is the kind that methods giving a new array of the same type give. */
function viewReaders(of: ValueKind): Table {
  const copy = fresh(of, primitive);
  return {
    ...each(['length', 'byteLength'], property(number, { reads: [touch(receiver, named('length'))] })),
    ...each(['byteOffset', 'BYTES_PER_ELEMENT'], property(number)),
    buffer: property(viewOf('array-buffer', [itself(receiver)])),
    at: reading(primitive, {
      reads: [touch(receiver, keyed(0))],
      ...converting(argument(0)),
      cost: constant(3),
    }),
    entries: reading(iteratorOf(arrayOf(primitive)), { cost: constant(20) }),
    ...each(['keys', 'values'], reading(iteratorOf(primitive), { cost: constant(20) })),
    ...each(['every', 'some'], reading(boolean, { callbacks: [visit], cost: linear(2) })),
    ...each(['find', 'findLast'], reading(primitive, { callbacks: [visit], cost: linear(2) })),
    ...each(['findIndex', 'findLastIndex'], reading(number, { callbacks: [visit], cost: linear(2) })),
    ...each(['filter', 'map'], reading(copy, { callbacks: [visit], throws: true, cost: linear(4) })),
    forEach: reading(nothing, { callbacks: [visit], cost: linear(2) }),
    includes: reading(boolean, converting(argument(1))),
    ...each(['indexOf', 'lastIndexOf'], reading(number, converting(argument(1)))),
    join: reading(string, { ...converting(argument(0)), cost: linear(40) }),
    ...each(['toString', 'toLocaleString'], reading(string, { cost: linear(40) })),
    ...each(
      ['reduce', 'reduceRight'],
      reading(oneOf([itself(result()), itself(argument(1))]), {
        callbacks: [fold],
        throws: true,
        cost: linear(2),
      }),
    ),
    slice: reading(copy, converting(rest(0))),
    toReversed: reading(copy, { throws: true }),
    with: reading(copy, { ...converting(rest(0)), throws: true }),
    toSorted: reading(copy, { callbacks: [compare], cost: linearithmic(5) }),
    subarray: reading(viewOf(of, [itself(receiver)]), {
      reads: [touch(receiver, named('length'))],
      ...converting(rest(0)),
      cost: constant(50),
    }),
  };
}

function viewMutators(of: ValueKind): Table {
  const self = oneOf([itself(receiver)], of, primitive);
  return {
    copyWithin: mutating(self, 'all', { ...converting(rest(0)), cost: linear(1) }),
    fill: mutating(self, 'all', { ...converting(rest(0)), throws: true, cost: linear(1) }),
    reverse: mutating(self, 'all', { cost: linear(1) }),
    set: mutating(nothing, 'all', {
      reads: [touch(argument(0))],
      protocols: [protocol('coerce', elementsOf(argument(0))), protocol('coerce', itself(argument(1)))],
      throws: true,
      cost: linear(1),
    }),
    sort: mutating(self, 'all', { callbacks: [compare], cost: linearithmic(5) }),
  };
}

const viewMethods = (of: ValueKind): Table => ({ ...viewReaders(of), ...viewMutators(of) });

export const typedArrayMethods: Table = viewMethods('typed-array');

const widths = words('8 16LE 16BE 32LE 32BE');
const bufferNumbers = [
  ...widths.flatMap((width) => [`Int${width}`, `UInt${width}`, `Uint${width}`]),
  ...words('IntLE IntBE UIntLE UIntBE UintLE UintBE FloatLE FloatBE DoubleLE DoubleBE'),
  ...words('BigInt64LE BigInt64BE BigUInt64LE BigUInt64BE BigUint64LE BigUint64BE'),
];
const bufferWriting = (returns: Shape, more: Partial<Entry> = {}): Entry =>
  mutating(returns, 'all', { ...converting(rest(0)), throws: true, cost: constant(15), ...more });

const bufferView = viewOf('buffer', [itself(receiver)]);
const bufferItself = oneOf([itself(receiver)], 'buffer', primitive);

export const bufferMethods: Table = {
  ...viewMethods('buffer'),
  parent: property(viewOf('array-buffer', [itself(receiver)])),
  offset: property(number),
  /** Unlike a typed array's, a Buffer's `slice` is a view. */
  ...each(
    ['slice', 'subarray'],
    reading(bufferView, {
      reads: [touch(receiver, named('length'))],
      ...converting(rest(0)),
      cost: constant(50),
    }),
  ),
  ...each(
    ['toString', 'toLocaleString', 'inspect', ...texts('Slice')],
    reading(string, { throws: true, cost: linear(2) }),
  ),
  toJSON: reading(fresh('object', arrayOf(number)), { cost: linear(10) }),
  equals: reading(boolean, { reads: [touch(receiver), touch(argument(0))], throws: true }),
  compare: reading(number, { reads: [touch(receiver), touch(argument(0))], throws: true }),
  copy: reading(number, { mutates: [touch(argument(0))], throws: true }),
  ...each(
    bufferNumbers.map((name) => `read${name}`),
    reading(primitive, { throws: true, cost: constant(5) }),
  ),
  ...each(
    bufferNumbers.map((name) => `write${name}`),
    bufferWriting(number, { cost: constant(5) }),
  ),
  ...each(['write', ...texts('Write')], bufferWriting(number)),
  ...each(['swap16', 'swap32', 'swap64'], bufferWriting(bufferItself, { cost: linear(1) })),
};

function texts(suffix: string): string[] {
  return words('ascii base64 base64url hex latin1 ucs2 utf8').map((name) => name + suffix);
}

export const arrayBufferMethods: Table = {
  ...each(
    ['byteLength', 'maxByteLength', 'resizable'],
    property(primitive, { reads: [touch(receiver, named('length'))] }),
  ),
  detached: property(boolean, { since: '21.0.0' }),
  slice: reading(fresh('array-buffer'), { ...converting(rest(0)), throws: true, cost: linear(1) }),
  resize: mutating(nothing, 'all', { ...converting(argument(0)), throws: true }),
  ...each(
    ['transfer', 'transferToFixedLength'],
    mutating(fresh('array-buffer'), 'all', { throws: true, since: '21.0.0' }),
  ),
};

const sharedMemory = [ambient('shared memory', 'read'), ambient('shared memory', 'write')];
export const sharedArrayBufferMethods: Table = {
  ...each(['byteLength', 'maxByteLength', 'growable'], property(primitive)),
  slice: reading(fresh('shared-array-buffer'), { outside: [ambient('shared memory', 'read')], throws: true }),
  grow: mutating(nothing, 'all', { outside: sharedMemory, throws: true }),
};

const numberTypes = words('Int8 Uint8 Int16 Uint16 Int32 Uint32 Float32 Float64 BigInt64 BigUint64');
export const dataViewMethods: Table = {
  ...each(['byteLength', 'byteOffset'], property(number)),
  buffer: property(viewOf('array-buffer', [itself(receiver)])),
  ...each(
    numberTypes.map((type) => `get${type}`),
    reading(primitive, { ...converting(argument(0)), throws: true, cost: constant(5) }),
  ),
  ...each(
    numberTypes.map((type) => `set${type}`),
    mutating(nothing, 'all', { ...converting(argument(0), argument(1)), throws: true, cost: constant(5) }),
  ),
  getFloat16: reading(number, { throws: true, since: '24.0.0' }),
  setFloat16: mutating(nothing, 'all', { throws: true, since: '24.0.0' }),
};

const elementsConverted = [protocol('coerce', elementsOf(argument(0)))];

/** Over a buffer it is a view of it; over a length, a list or an iterable a new array. */
const typedArray: Entry = constructor(
  { ...viewOf('typed-array', [itself(argument(0))]), elements: primitive },
  {
    ...iterating(argument(0)),
    protocols: [protocol('iterate', itself(argument(0))), ...elementsConverted],
    throws: true,
    cost: linear(1),
  },
);
const arrayTypes = numberTypes
  .flatMap((type) => (type === 'Uint8' ? ['Uint8', 'Uint8Clamped'] : [type]))
  .map((type) => `${type}Array`);
const copies = fresh('typed-array', primitive);
const mapping = callback(argument(1), {
  parameters: [[elementsOf(argument(0))], []],
  thisValue: [itself(argument(2))],
  optional: true,
});

export const typedArrayGlobals: Table = {
  ...each(
    [...arrayTypes, 'Float16Array'].map((type) => `new ${type}`),
    typedArray,
  ),
  'new Float16Array': { ...typedArray, since: '24.0.0' },
  ...each(
    arrayTypes.map((type) => `${type}.BYTES_PER_ELEMENT`),
    property(number),
  ),
  ...each(
    arrayTypes.map((type) => `${type}.of`),
    pure(copies, { ...converting(rest(0)), throws: true, cost: constant(50) }),
  ),
  ...each(
    arrayTypes.map((type) => `${type}.from`),
    pure(copies, {
      ...iterating(argument(0)),
      protocols: [protocol('iterate', itself(argument(0))), ...elementsConverted],
      callbacks: [mapping],
      throws: true,
      cost: linear(10),
    }),
  ),
  'new ArrayBuffer': constructor(fresh('array-buffer'), {
    ...converting(argument(0)),
    throws: true,
    cost: constant(200),
  }),
  'ArrayBuffer.isView': pure(boolean),
  'new SharedArrayBuffer': constructor(fresh('shared-array-buffer'), { throws: true, cost: constant(500) }),
  'new DataView': constructor(viewOf('data-view', [itself(argument(0))]), { throws: true }),
  ...each(
    words('add and compareExchange exchange or store sub xor notify').map((name) => `Atomics.${name}`),
    pure(primitive, {
      mutates: [touch(argument(0), keyed(1))],
      ...converting(rest(1)),
      outside: sharedMemory,
      throws: true,
      cost: constant(10),
    }),
  ),
  ...each(
    ['load', 'wait'].map((name) => `Atomics.${name}`),
    pure(primitive, {
      reads: [touch(argument(0), keyed(1))],
      outside: sharedMemory,
      throws: true,
      cost: constant(10),
    }),
  ),
  'Atomics.waitAsync': pure(fresh('object', promiseOf(string)), { outside: sharedMemory, throws: true }),
  'Atomics.isLockFree': pure(boolean),
  'Atomics.pause': pure(nothing, { throws: true, since: '24.0.0' }),
};

const newBuffer = fresh('buffer', primitive);

/** `from` an ArrayBuffer is a view of it, from anything else a copy. */
const bufferFrom: Entry = pure(viewOf('buffer', [itself(argument(0))]), {
  reads: [touch(argument(0))],
  protocols: [protocol('coerce', itself(argument(0)))],
  throws: true,
  cost: linear(2),
});

export const bufferGlobals: Table = {
  'Buffer.from': bufferFrom,
  Buffer: { ...bufferFrom, uses: ['call', 'new'] },
  'Buffer.alloc': pure(newBuffer, { throws: true, cost: constant(300) }),
  /** Unset memory: what it holds is chance. */
  ...each(
    ['Buffer.allocUnsafe', 'Buffer.allocUnsafeSlow'],
    pure(newBuffer, {
      outside: [nondeterminism('Buffer.allocUnsafe')],
      throws: true,
      cost: constant(100),
    }),
  ),
  'Buffer.byteLength': pure(number, { throws: true, cost: linear(1) }),
  'Buffer.compare': pure(number, {
    reads: [touch(argument(0)), touch(argument(1))],
    throws: true,
    cost: linear(1),
  }),
  'Buffer.concat': pure(newBuffer, {
    reads: [{ ...touch(argument(0)), source: elementsOf(argument(0)) }, touch(argument(0))],
    throws: true,
    cost: linear(100),
  }),
  'Buffer.copyBytesFrom': pure(newBuffer, { reads: [touch(argument(0))], throws: true }),
  'Buffer.of': pure(newBuffer, { cost: constant(100) }),
  ...each(['Buffer.isBuffer', 'Buffer.isEncoding'], pure(boolean)),
  'Buffer.poolSize': property(number, { outside: [hidden('the shared pool of Buffer')] }),
};
