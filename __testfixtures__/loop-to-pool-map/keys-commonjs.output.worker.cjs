// doall: tasks of ./keys-commonjs.cjs
const { task } = require('doall/runtime');

function heavy(text) {
  let t = 7;
  for (let i = 0; i < 4000; i++) t = (t * 31 + text.length * i) % 1009;
  return t;
}

exports.computeOut = task(
  __filename,
  'computeOut',
  (word, { counts }) => `${word}: ${heavy(word) + counts[word]}`,
);

exports.computeFound = task(__filename, 'computeFound', (word) => {
  return heavy(word) % 7 === 3;
});

exports.isKeptWord = task(__filename, 'isKeptWord', (word) => heavy(word) > 300);

exports.computeOutInWeighed = task(__filename, 'computeOutInWeighed', (word) => {
  const out = [];
  const weight = heavy(word);
  if (weight > 300) out.push(word, weight);
  return out;
});
