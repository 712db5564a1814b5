import { imapSync, range } from 'doall/runtime';
import { computeValue, heavy } from './nested-scopes.worker.mjs';

/** A class whose method loops as often as a field says. */
class Bench {
  constructor(rounds) {
    this.rounds = rounds;
  }

  run(report) {
    const { rounds } = this;
    for (const [round, value] of imapSync(computeValue, range(0, rounds), undefined, { withItems: true })) {
      report(round, value);
    }
  }
}

export function main() {
  const lines = [];
  new Bench(4).run((round, value) => lines.push(`${round}: ${value}`));
  console.log(lines);

  const grid = [];
  for (let y = 0; y < 4; y++) {
    const row = [];
    for (let x = 0; x < 5; x++) row.push(heavy(y * 5 + x));
    grid.push(row);
  }
  console.log(grid);

  outer: for (let i = 0; i < 6; i++) {
    const value = heavy(i);
    for (let j = 0; j < 3; j++) {
      if (value % (j + 5) === 0) continue outer;
      if (i === 4) break outer;
    }
    console.log('kept', i, value);
  }
}
