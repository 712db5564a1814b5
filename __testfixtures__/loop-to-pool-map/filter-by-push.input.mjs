// Loops that collect those of their items that pass a test.
function weight(x) {
  let sum = 0;
  for (let j = 0; j < 20000; j++) sum += Math.sqrt(x + j);
  return sum;
}

function isPrime(n) {
  let divisors = 0;
  for (let d = 2; d < 20000; d++) if (d < n && n % d === 0) divisors++;
  return divisors === 0;
}

export function primesBelow(n) {
  const primes = [];
  for (let i = 2; i < n; i++) if (isPrime(i)) primes.push(i);
  return primes;
}

/**
 * @param {object[]} parcels
 * @param {number} least
 */
function heavyOnes(parcels, least) {
  const kept = [];
  for (const parcel of parcels) {
    const own = weight(parcel.mass);
    // Nothing is posted free of charge.
    if (own > least && parcel.paid) {
      kept.push(parcel);
    }
  }
  return kept;
}

/** @param {object[]} parcels */
function guarded(parcels) {
  const kept = [];
  for (const parcel of parcels) {
    if (!parcel.paid) continue;
    let total = 0;
    for (const step of [1, 2, 3]) {
      if (step === 2) continue;
      total += weight(step);
    }
    if (total < parcel.mass) continue;
    // All is well.
    kept.push(parcel);
  }
  return kept;
}

/**
 * What is collected are pieces of the items: no filter.
 * @param {{ name: string, mass: number }[]} pairs
 */
function pieces(pairs) {
  const names = [];
  for (const { name, mass } of pairs) if (weight(mass) > 10) names.push(name);
  return names;
}

/**
 * An item is assigned, another branch stores too: other plans.
 * @param {number[]} numbers
 */
function others(numbers) {
  const kept = [];
  for (let x of numbers) {
    x = weight(x);
    if (x > 10) kept.push(x);
  }
  const both = [];
  for (const x of numbers) {
    if (weight(x) > 1e6) both.push(x);
    else both.push(-x);
  }
  const commented = [];
  for (const x of numbers) {
    if (weight(x) > 1e6) {
      // It is a heavy one.
      commented.push(x);
    }
  }
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
