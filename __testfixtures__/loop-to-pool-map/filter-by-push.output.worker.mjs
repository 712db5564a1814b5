// doall: tasks of ./filter-by-push.mjs
import { task } from 'doall/runtime';

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

export const isKeptI = task(import.meta.url, 'isKeptI', (i) => isPrime(i));

export const isKeptParcel = task(import.meta.url, 'isKeptParcel', (parcel, { least }) => {
  const own = weight(parcel.mass);
  // Nothing is posted free of charge.
  return own > least && parcel.paid;
});

export const isKeptParcelInGuarded = task(import.meta.url, 'isKeptParcelInGuarded', (parcel) => {
  if (!parcel.paid) return false;
  let total = 0;
  for (const step of [1, 2, 3]) {
    if (step === 2) continue;
    total += weight(step);
  }
  if (total < parcel.mass) return false;
  // All is well.
  return true;
});

export const computeName = task(import.meta.url, 'computeName', ({ mass }) => {
  return weight(mass) > 10;
});

export const computeKept = task(import.meta.url, 'computeKept', (x) => {
  const kept = [];
  x = weight(x);
  if (x > 10) kept.push(x);
  return kept;
});

export const computeBoth = task(import.meta.url, 'computeBoth', (x) => {
  const both = [];
  if (weight(x) > 1e6) both.push(x);
  else both.push(-x);
  return both;
});

export const computeCommented = task(import.meta.url, 'computeCommented', (x) => {
  const commented = [];
  if (weight(x) > 1e6) {
    // It is a heavy one.
    commented.push(x);
  }
  return commented;
});
