import { mapSync, inStep, flatMapSync, imapSync, present, filterSync, range } from 'doall/runtime';
import {
  computePlain,
  computeRow,
  computeStep,
  computePair,
  computeSum,
  computeBest,
  computeMapped,
  computeShort,
  computeHeavyValue,
  isKeptN,
  computeRowInCells,
} from './comments.worker.mjs';

function log(...values) {
  console.log(...values);
}

function gathered(numbers) {
  const plain = mapSync(computePlain, inStep(numbers)); // behind the loop

  // above the loop
  // behind the declaration
  // one row at a time
  // rows.push(-n) too
  const rows = mapSync(computeRow, inStep(numbers));

  log('between');
  /** @type {number[]} */
  // of two
  const steps = mapSync(computeStep, inStep(numbers));

  const pairs = flatMapSync(computePair, inStep(numbers));
  return [plain, rows, steps, pairs];
}

function remainders(numbers) {
  let sum = 0;
  // what stays
  for (const value of imapSync(computeSum, inStep(numbers))) {
    sum += value; // in order
    // TODO: weights
  }

  let best = -1;
  /* each */
  /* all of */
  /* now */
  for (const [n, value] of imapSync(computeBest, inStep(numbers), undefined, { withItems: true })) {
    if (n === 2) continue; // not this one
    // larger?
    if (value > best) /* then */ best = value;
  }
  return [sum, best];
}

/** @param {number[]} numbers */
function callbacks(numbers) {
  const mapped = mapSync(computeMapped, numbers); // behind the call

  /* goes */
  /* to */
  const short = mapSync(computeShort, numbers);

  // seen
  for (const heavyValue of imapSync(computeHeavyValue, present(numbers))) {
    // and said
    log(heavyValue);
    // and done
  }

  return {
    mapped,
    short,
    kept: filterSync(isKeptN, numbers),
  };
}

function cells(n) {
  const table = Array.from({ length: n }, () => new Array(n).fill(0));
  // a row
  for (const [i, row] of imapSync(computeRowInCells, range(0, n), { n }, { withItems: true })) {
    // by columns
    for (let j = 0; j < n; j++) {
      table[i][j] = row[j]; // a cell
    }
    // end of the row
  }
  return table;
}

export function main() {
  const numbers = [1, 2, 3, 4];
  log(gathered(numbers), remainders(numbers), callbacks(numbers), cells(3));
}

main();
