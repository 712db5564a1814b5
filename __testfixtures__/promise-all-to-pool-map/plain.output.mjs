import { map, enumerate } from 'doall/runtime';
import { computeHash, computeResult } from './plain.worker.mjs';

const salt = [3, 5, 8].length;

export async function hashes(seeds) {
  const hashes = await map(computeHash, [...seeds], { salt });
  return hashes;
}

export const countOdd = (seeds) =>
  map(computeResult, enumerate([...seeds])).then((bits) => bits.filter(Boolean).length);

console.log(await hashes([1, 2, 3]), await countOdd([4, 5, 6]));
console.log(await hashes([]), await hashes(new Set([7])));
const failure = hashes([1, -2, -3]);
console.log('rejected, not thrown');
await failure.catch((error) => console.log(error.name, error.message, error instanceof RangeError));
