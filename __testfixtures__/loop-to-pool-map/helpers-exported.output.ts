import { imapSync } from 'doall/runtime';
import { computeScrambleValue } from './helpers-exported.worker.js';

/** Work for one number; other modules import it. */
export function scramble(n: number): number {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export default class Scrambler {
  readonly offsets: number[];

  constructor(offsets: number[]) {
    this.offsets = offsets;
  }

  total(): number {
    let sum = 0;
    for (const scrambleValue of imapSync(computeScrambleValue, this.offsets)) {
      sum += scrambleValue;
    }
    return sum;
  }
}

export function main(): void {
  console.log(new Scrambler([4, 5, 6]).total());
}
