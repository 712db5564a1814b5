import { mapSync, keysIn, imapSync, filterSync, flatMapSync } from 'doall/runtime';
import { computeOut, computeFound, isKeptWord, computeOutInWeighed } from './keys.worker.mjs';

function ranks(counts) {
  const out = mapSync(computeOut, keysIn(counts), { counts });
  return out;
}

function best(counts) {
  let found;
  for (const [word, value] of imapSync(computeFound, keysIn(counts), undefined, { withItems: true })) {
    if (value) {
      found = word;
      break;
    }
  }
  return found;
}

function longWords(counts) {
  const kept = filterSync(isKeptWord, keysIn(counts));
  return kept;
}

function weighed(counts) {
  const out = flatMapSync(computeOutInWeighed, keysIn(counts));
  return out;
}

function show(counts) {
  console.log(ranks(counts), best(counts), longWords(counts), weighed(counts));
}

const weights = { b: 1, 10: 2, a: 3, 2: 4 };
const list = ['x', 'yy', , 'zzzz'];
list.extra = 'e';
show(weights);
show(list);
show({});
show(null);
show('text');
const heir = Object.create(weights, { own: { value: 6, enumerable: true }, a: { value: 7 } });
console.log(best(heir), longWords(heir));
