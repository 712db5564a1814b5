import { flatMapSync, range } from 'doall/runtime';
import { computeDistance } from './levenshtein.worker.mjs';

/** The distance of each pair of different words. */
export function allPairs(words) {
  const distances = flatMapSync(computeDistance, range(0, words.length), { words });
  return distances;
}

export function main() {
  const words = 'kitten sitting mitten fitting written bitten smitten knitting'.split(' ');
  console.log(allPairs(words));
}
