const salt = [3, 5, 8].length;

function heavy(x) {
  let h = x;
  for (let i = 0; i < 200_000; i++) h = (h * 31 + i) % 65521;
  return h;
}

export async function hashes(seeds) {
  const hashes = await Promise.all(
    [...seeds].map(async (seed) => {
      // Negative seeds have no hash.
      if (seed < 0) throw new RangeError(`negative: ${seed}`);
      return heavy(seed + salt);
    }),
  );
  return hashes;
}

export const countOdd = (seeds) =>
  Promise.all([...seeds].map(async (seed, i) => heavy(seed + i) % 2)).then((bits) => bits.filter(Boolean).length);

console.log(await hashes([1, 2, 3]), await countOdd([4, 5, 6]));
console.log(await hashes([]), await hashes(new Set([7])));
const failure = hashes([1, -2, -3]);
console.log('rejected, not thrown');
await failure.catch((error) => console.log(error.name, error.message, error instanceof RangeError));
