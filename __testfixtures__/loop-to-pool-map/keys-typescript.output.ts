import { mapSync, keysIn, imapSync, flatMapSync } from 'doall/runtime';
import { computeOut, computeFound, computeKept } from './keys-typescript.worker.js';

export type Counts = Readonly<Record<string, number>>;

function ranks(counts: Counts): string[] {
  const out: string[] = mapSync(computeOut, keysIn(counts), { counts });
  return out;
}

function best(counts: Counts): string | undefined {
  let found: string | undefined;
  for (const [word, value] of imapSync(computeFound, keysIn(counts), undefined, { withItems: true })) {
    if (value) {
      found = word;
      break;
    }
  }
  return found;
}

function longWords(counts: Counts): string[] {
  const kept: string[] = flatMapSync(computeKept, keysIn(counts));
  return kept;
}

export function show(counts: Counts): void {
  console.log(ranks(counts), best(counts), longWords(counts));
}

show({ b: 1, 10: 2, a: 3, 2: 4 });
show({});
