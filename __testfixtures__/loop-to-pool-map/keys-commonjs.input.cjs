function heavy(text) {
  let t = 7;
  for (let i = 0; i < 4000; i++) t = (t * 31 + text.length * i) % 1009;
  return t;
}

function ranks(counts) {
  const out = [];
  for (const word in counts) {
    out.push(`${word}: ${heavy(word) + counts[word]}`);
  }
  return out;
}

function best(counts) {
  let found;
  for (const word in counts) {
    if (heavy(word) % 7 === 3) {
      found = word;
      break;
    }
  }
  return found;
}

function longWords(counts) {
  const kept = [];
  for (const word in counts) {
    if (heavy(word) > 300) kept.push(word);
  }
  return kept;
}

function weighed(counts) {
  const out = [];
  for (const word in counts) {
    const weight = heavy(word);
    if (weight > 300) out.push(word, weight);
  }
  return out;
}

exports.run = (counts) => [ranks(counts), best(counts), longWords(counts), weighed(counts)];

console.log(exports.run({ b: 1, 10: 2, a: 3, 2: 4 }), exports.run(['x', 'yy', , 'zzzz']), exports.run({}));
