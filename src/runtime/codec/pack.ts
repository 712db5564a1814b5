// Packing values into bytes that another thread reads, and unpacking them: V8's serializer, mended (see scan.ts).
import { types } from '../reflect.ts';
import { builtin } from '../builtin.ts';
import { adopt } from '../realm.ts';
import type { Classes } from '../types.ts';
import { VIEWS } from './kinds.ts';
import { mend } from './mend.ts';
import { keepNumbers } from './numeric.ts';
import { split, unite, type Part } from './parts.ts';
import { Scan, type Fixes, type Refusal } from './scan.ts';

const { Deserializer, deserialize, Serializer, serialize } = builtin('v8');

/** A packed value. */
export interface Packed {
  readonly bytes: Uint8Array;
  /** The shared buffers that the value refers to; they are passed on, not copied. */
  readonly shared: readonly SharedArrayBuffer[];
  /** Whether the bytes hold fixes beside the value. */
  readonly mended: boolean;
  /** Whether the value is a list that travels in parts (see parts.ts). */
  readonly isSplit?: boolean;
}

/** Gives a copy of bytes in memory that all threads read. */
export type Share = (bytes: Uint8Array) => Uint8Array<SharedArrayBuffer>;

/** What a value is called in a message; it may take the first keys off the path to what was refused. */
export type Subject = (path: (string | number)[]) => string;

/** What items are called that are packed as a list, from `start` on. */
export function itemsFrom(start: number): Subject {
  return (path) => `items[${start + Number(path.shift())}]`;
}

function transferError(subject: Subject, { reason, path }: Refusal): TypeError {
  const rest = [...path];
  const name = subject(rest) + printPath(rest);
  // The path is own and enumerable, so that it crosses to another thread with the error.
  return Object.assign(new TypeError(`${name} can't be sent to another thread: it is ${reason}`), { path });
}

/** A path as code: `.a[0]["b c"]`. */
export function printPath(path: readonly (string | number)[]): string {
  return path.map(printKey).join('');
}

function printKey(key: string | number): string {
  if (typeof key === 'number' || /^\d+$/.test(key)) return `[${key}]`;
  return /^[\w$]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

/**
 * Packs a value.
 * @param foreign objects that the value must not refer to
 * @param share copies the memory of a large typed array once for all readers, who only read
 * @throws {TypeError} naming the property path, when something in the value would be lost; `path` holds its keys
 */
export function pack(
  value: unknown,
  classes: Classes,
  subject: Subject,
  share?: Share,
  foreign?: ReadonlySet<object>,
): Packed {
  const root = [value];
  const scan = new Scan(classes, foreign);
  const writer = new Writer(scan.common, share);
  let refusal: Refusal | undefined;
  try {
    refusal = scan.visit(value, root, 0);
    const mended = !scan.isClean;
    if (!refusal) {
      writer.writeHeader();
      writer.writeValue(mended ? [root, scan.fixes] : value);
      return { bytes: writer.releaseBuffer(), shared: writer.shared, mended };
    }
  } catch (error) {
    refusal = { reason: `refused by the serializer (${String(error)})`, path: [] };
  }
  throw transferError(subject, refusal);
}

/**
 * Packs a list that nobody else holds.
 * @throws {TypeError} as {@link pack}
 */
export function packList(
  list: readonly unknown[],
  classes: Classes,
  subject: Subject,
  share?: Share,
  foreign?: ReadonlySet<object>,
): Packed {
  const part = foreign ? undefined : split(list);
  return part ? packParts(part) : pack(list, classes, subject, share, foreign);
}

/**
 * Packs the constants of a call, of which tables of numbers travel best in parts.
 * @throws {TypeError} as {@link pack}
 */
export function packConstants(constants: unknown, classes: Classes, share?: Share): Packed {
  const part = split([constants]);
  return part ? packParts(part) : pack(constants, classes, () => 'constants', share);
}

function packParts(part: Part): Packed {
  return { bytes: serialize(part), shared: [], mended: false, isSplit: true };
}

/** An equal value that shares nothing with the packed one but shared buffers. */
export function unpack(packed: Packed, classes: Classes): unknown {
  return packed.isSplit ? unite(deserialize(packed.bytes) as Part) : read(packed, classes, (value) => value);
}

/** As {@link unpack}, for what {@link packConstants} gave. */
export function unpackConstants(packed: Packed, classes: Classes): unknown {
  return packed.isSplit ? unite(deserialize(packed.bytes) as Part)[0] : read(packed, classes, keepNumbers);
}

/** @param settle what is done with the value before it is mended */
function read(
  { bytes, shared, mended }: Packed,
  classes: Classes,
  settle: (value: unknown) => unknown,
): unknown {
  const reader = new Reader(bytes, shared);
  reader.readHeader();
  const value: unknown = reader.readValue();
  adopt(value);
  const settled = settle(value);
  return mended ? mend(settled as [unknown[], Fixes], classes) : settled;
}

/** How the memory of a view travels: its bytes, with a buffer that more than one thing refers to, or not at all. */
const OWN = 0;
const COMMON = 1;
const SHARED = 2;

/** Views of at least this many bytes count as large. */
const LARGE = 65_536;

class Writer extends Serializer {
  readonly shared: SharedArrayBuffer[] = [];
  readonly #common: ReadonlySet<ArrayBufferLike>;
  readonly #share: Share | undefined;

  constructor(common: ReadonlySet<ArrayBufferLike>, share: Share | undefined) {
    super();
    this.#common = common;
    this.#share = share;
    // Without this, a view of 4 elements would drag the whole buffer along.
    (this as unknown as ViewHandling)._setTreatArrayBufferViewsAsHostObjects(true);
  }

  // The underscored methods are V8's hooks, as Node documents them.
  _writeHostObject(view: ArrayBufferView): void {
    const index = VIEWS.findLastIndex((type) => view instanceof type);
    if (index < 0) throw new TypeError(`unknown object ${Object.prototype.toString.call(view)}`);
    const { buffer, byteOffset, byteLength } = view;
    const isBuffer = VIEWS[index] === Buffer;
    const isCommon = this.#common.has(buffer) && !isBuffer;
    const share = byteLength >= LARGE && !isBuffer && this.#share;
    this.writeUint32(index);
    this.writeUint32(byteLength);
    if (types.isSharedArrayBuffer(buffer)) {
      this.#writeShared(buffer, byteOffset);
    } else if (isCommon) {
      this.writeUint32(COMMON);
      this.writeUint32(byteOffset);
      this.writeValue(buffer);
    } else if (share) {
      this.#writeShared(share(new Uint8Array(buffer, byteOffset, byteLength)).buffer, 0);
    } else {
      this.writeUint32(OWN);
      this.writeRawBytes(new Uint8Array(buffer, byteOffset, byteLength));
    }
  }

  #writeShared(buffer: SharedArrayBuffer, byteOffset: number): void {
    let id = this.shared.indexOf(buffer);
    if (id < 0) id = this.shared.push(buffer) - 1;
    this.writeUint32(SHARED);
    this.writeUint32(byteOffset);
    this.writeUint32(id);
  }
}

interface ViewHandling {
  _setTreatArrayBufferViewsAsHostObjects(flag: boolean): void;
}

class Reader extends Deserializer {
  readonly #bytes: Uint8Array;
  readonly #shared: readonly SharedArrayBuffer[];

  constructor(bytes: Uint8Array, shared: readonly SharedArrayBuffer[]) {
    super(bytes);
    this.#bytes = bytes;
    this.#shared = shared;
  }

  _readHostObject(): ArrayBufferView {
    const type = VIEWS[this.readUint32()] as (typeof VIEWS)[number];
    const byteLength = this.readUint32();
    const memory = this.readUint32();
    if (memory !== OWN) {
      const byteOffset = this.readUint32();
      const buffer: unknown = memory === SHARED ? this.#shared[this.readUint32()] : this.readValue();
      return makeView(type, buffer as ArrayBufferLike, byteOffset, byteLength);
    }
    const raw = (this as unknown as RawBytes)._readRawBytes(byteLength);
    return makeView(type, copyBytes(this.#bytes, raw, byteLength), 0, byteLength);
  }
}

interface RawBytes {
  /** The offset of the next bytes in the deserializer's buffer. */
  _readRawBytes(length: number): number;
}

function copyBytes(bytes: Uint8Array, offset: number, length: number): ArrayBuffer {
  const copy = new Uint8Array(length);
  copy.set(bytes.subarray(offset, offset + length));
  return copy.buffer;
}

function makeView(
  type: (typeof VIEWS)[number],
  buffer: ArrayBufferLike,
  byteOffset: number,
  byteLength: number,
): ArrayBufferView {
  if (type === Buffer) return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
  const View = type as typeof Float64Array;
  return new View(buffer as ArrayBuffer, byteOffset, byteLength / (View.BYTES_PER_ELEMENT || 1));
}
