// Each comment of a loop has a place in what is written.
function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

function log(...values) {
  console.log(...values);
}

function gathered(numbers) {
  const plain = [];
  for (const n of numbers) plain.push(heavy(n)); // behind the loop

  // above the loop
  const rows = []; // behind the declaration
  for (const n of numbers) { // one row at a time
    rows.push(heavy(n)); // behind the row
    // rows.push(-n) too
  }

  /** @type {number[]} */
  const steps = []; // of two
  log('between');
  for (const n of numbers) { // in two steps
    // first

    // the first step
    const half = heavy(n) / 2; // half
    /* then */
    steps.push(half * 2); // the second step
    // no third
  }

  const pairs = [];
  for (const n of numbers) {
    // even ones
    if (n % 2 === 0) pairs.push(heavy(n)); // once
    // all
    pairs.push(heavy(-n));
    // TODO: the odd ones once more
  }
  return [plain, rows, steps, pairs];
}

function remainders(numbers) {
  let sum = 0;
  for (const n of numbers) { // what stays
    // the heavy part
    const value = heavy(n); // of one number
    sum += value; // in order
    // TODO: weights
  }

  let best = -1;
  for (/* each */ const n of /* all of */ numbers) /* now */ {
    if (n === 2) continue; // not this one
    const value = /* the value */ heavy(n /* itself */); /* said twice */ // that is
    // larger?
    if (value > best) /* then */ best = value;
  }
  return [sum, best];
}

/** @param {number[]} numbers */
function callbacks(numbers) {
  const mapped = numbers.map((n) => { // each number
    // is doubled
    const twice = n * 2;
    return heavy(twice); // at last
    // end of the callback
  }); // behind the call

  const short = numbers.map((n) /* goes */ => /* to */ heavy(n));

  numbers.forEach((n) => { // seen
    // and said
    log(heavy(n));
    // and done
  });

  return {
    mapped,
    short,
    kept: numbers.filter((n) => {
      // odd ones
      return heavy(n) % 2 === 1;
    }),
  };
}

function cells(n) {
  const table = Array.from({ length: n }, () => new Array(n).fill(0));
  for (let i = 0; i < n; i++) { // a row
    // by columns
    for (let j = 0; j < n; j++) {
      table[i][j] = heavy(i * n + j); // a cell
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
