// Number lists: a list of arrays of numbers travels as one block of them, at a tenth of what a clone of each costs.
import { furtherKeys, prototypeOf } from '../reflect.ts';
import { types } from 'node:util';

/** Numbers for each array from which a block is cheaper. */
const ENOUGH = 16;
/** Words before the lengths: how many arrays there are, and 1 where all numbers are 32-bit integers. */
const HEAD = 2;

/**
 * A list as bytes, or undefined when it must travel as it is: when its elements are anything but arrays, each of its
 * own, without further properties, of nothing but numbers, or when these are few. The bytes hold the head and the
 * arrays' lengths as 32-bit integers, and from a multiple of 8 on all numbers, as such integers or as doubles.
 */
export function packNumberLists(list: readonly unknown[]): Uint8Array | undefined {
  if (!areNumberLists(list)) return undefined;
  const isInteger = list.every(areIntegers);
  const Block = isInteger ? Int32Array : Float64Array;
  const total = list.reduce((sum, { length }) => sum + length, 0);
  const begin = blockStart(list.length);
  const buffer = new ArrayBuffer(begin + total * Block.BYTES_PER_ELEMENT);
  const words = new Int32Array(buffer, 0, begin / 4);
  words.set([list.length, Number(isInteger)]);
  const block = new Block(buffer, begin);
  let at = 0;
  for (let row = 0; row < list.length; row++) {
    const numbers = list[row] as number[];
    words[HEAD + row] = numbers.length;
    for (let k = 0; k < numbers.length; k++) block[at++] = numbers[k] as number;
  }
  return new Uint8Array(buffer);
}

/** The arrays that a block was made of, anew. */
export function unpackNumberLists(bytes: Uint8Array): number[][] {
  // Where bytes came with others, they may lie anywhere.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = aligned as Uint8Array<ArrayBuffer>;
  const [count = 0, isInteger] = new Int32Array(buffer, byteOffset, HEAD);
  const lengths = new Int32Array(buffer, byteOffset + 4 * HEAD, count);
  const Block = isInteger === 1 ? Int32Array : Float64Array;
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const block = new Block(buffer, byteOffset + blockStart(count), total);
  let at = 0;
  return Array.from(lengths, (length) => {
    const numbers = new Array<number>(length);
    for (let k = 0; k < length; k++) numbers[k] = block[at++] as number;
    return numbers;
  });
}

/** Bytes before the numbers. */
function blockStart(count: number): number {
  return 8 * Math.ceil((HEAD + count) / 2);
}

function areNumberLists(list: readonly unknown[]): list is number[][] {
  const [first] = list;
  // Most lists are told by their first element.
  if (!Array.isArray(first) || first.length < ENOUGH) return false;
  let total = 0;
  for (let row = 0; row < list.length; row++) {
    const numbers = list[row];
    if (!isPlainArray(numbers) || !areNumbers(numbers)) return false;
    total += numbers.length;
  }
  // What stands there twice is one array on the other side too.
  return total >= ENOUGH * list.length && new Set(list).size === list.length;
}

/** Whether a new array of the same elements is its like. */
function isPlainArray(value: unknown): value is unknown[] {
  return (
    Array.isArray(value) &&
    !types.isProxy(value) &&
    prototypeOf(value) === Array.prototype &&
    Object.isExtensible(value) &&
    furtherKeys(value).length === 0
  );
}

/** Not so where there is a hole, which reads as undefined. */
function areNumbers(array: readonly unknown[]): array is number[] {
  for (let k = 0; k < array.length; k++) if (typeof array[k] !== 'number') return false;
  return true;
}

/** Not so for -0, which an integer loses. */
function areIntegers(numbers: readonly number[]): boolean {
  for (let k = 0; k < numbers.length; k++) {
    const value = numbers[k] as number;
    if (!Object.is(value | 0, value)) return false;
  }
  return true;
}
