import { filterSync, range, imapSync, inStep, flatMapSync } from 'doall/runtime';
import {
  isKeptI,
  isKeptParcel,
  isKeptParcelInGuarded,
  computeName,
  computeKept,
  computeBoth,
  computeCommented,
} from './filter-by-push.worker.mjs';

export function primesBelow(n) {
  const primes = filterSync(isKeptI, range(2, n));
  return primes;
}

/**
 * @param {object[]} parcels
 * @param {number} least
 */
function heavyOnes(parcels, least) {
  const kept = filterSync(isKeptParcel, [...parcels], { least });
  return kept;
}

/** @param {object[]} parcels */
function guarded(parcels) {
  const kept = filterSync(isKeptParcelInGuarded, [...parcels]);
  return kept;
}

/**
 * What is collected are pieces of the items: no filter.
 * @param {{ name: string, mass: number }[]} pairs
 */
function pieces(pairs) {
  const names = [];
  for (const [{ name }, value] of imapSync(computeName, inStep(pairs), undefined, {
    withItems: true,
  })) {
    if (value) names.push(name);
  }
  return names;
}

/**
 * An item is assigned, another branch stores too: other plans.
 * @param {number[]} numbers
 */
function others(numbers) {
  const kept = flatMapSync(computeKept, [...numbers]);
  const both = flatMapSync(computeBoth, [...numbers]);
  const commented = flatMapSync(computeCommented, [...numbers]);
  return [kept, both, commented];
}

export function main() {
  const parcels = [5, 1, 9, 0].map((mass, k) => ({ mass, paid: k !== 2, name: `p${k}` }));
  console.log(primesBelow(60), heavyOnes(parcels, 10), guarded(parcels), pieces(parcels));
  console.log(heavyOnes(parcels, 10)[0] === parcels[0], heavyOnes(parcels.slice(1), 0).length);
  console.log(others([1, 2, 3]), heavyOnes(parcels, Infinity));
  class List extends Array {}
  console.log(heavyOnes(List.from(parcels), 10).constructor.name);
  try {
    heavyOnes([parcels[0], undefined], 10);
  } catch (error) {
    console.log(error.message);
  }
}
