function heavy(x: number): number {
  let t = 7;
  for (let i = 0; i < 4000; i++) t = (t * 31 + x * i) % 1009;
  return t;
}

interface Best {
  score: number;
  item: number | undefined;
}

const sizes: number[] = [3, 1, 4, 1, 5, 9, 2, 6];
const factor = 3;

const total = sizes.reduce((sum, size) => sum + heavy(size * factor), 0);

const text = sizes.reduce(function (line: string, size, index) {
  const value = heavy(size + index);
  return line === '' ? `${value}` : `${line},${value}`;
}, '');

const best = sizes.reduce<Best>(
  (found, size) => {
    const score = heavy(size);
    if (score <= found.score) return found;
    return { score, item: size };
  },
  { score: -1, item: undefined },
);

const list = sizes.reduce((all: string[], size) => all.concat(`${size}: ${heavy(size)}`), []);

// eslint-disable-next-line no-sparse-arrays
const holes = [8, , 7] as number[];
const weighed = holes.reduce((sum, size, index) => sum + heavy(size) * index, 0);

function check(size: number): number {
  if (heavy(size) % 5 === 1) throw new RangeError(`${size}`);
  return heavy(size);
}

function failing(): number {
  return sizes.reduce((sum, size) => {
    console.log('so far', sum);
    const checked = check(size);
    return sum + checked;
  }, 0);
}

console.log(total, text, best, list, weighed);
try {
  failing();
} catch (error) {
  console.log(String(error));
}
