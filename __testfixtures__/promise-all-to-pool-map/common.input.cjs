'use strict';

function heavy(x) {
  let h = x;
  for (let i = 0; i < 200_000; i++) h = (h * 31 + i) % 65521;
  return h;
}

/** Not async itself: what it gives is a promise all the same. */
function hashAll(texts) {
  return Promise.all([...texts].map(async (text) => heavy(Number(text))));
}

exports.main = async () => {
  const hashes = hashAll(['1', '2']);
  console.log('first');
  console.log(await hashes);
};
