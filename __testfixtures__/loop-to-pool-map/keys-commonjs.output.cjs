const { mapSync, keysIn, imapSync, filterSync, flatMapSync } = require('doall/runtime');
const { computeOut, computeFound, isKeptWord, computeOutInWeighed } = require('./keys-commonjs.worker.cjs');

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

exports.run = (counts) => [ranks(counts), best(counts), longWords(counts), weighed(counts)];

console.log(exports.run({ b: 1, 10: 2, a: 3, 2: 4 }), exports.run(['x', 'yy', , 'zzzz']), exports.run({}));
