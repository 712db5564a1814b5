import { imapSync, present, fold, enumerate, settledValue } from 'doall/runtime';
import {
  computeHeavyValue,
  computeValue,
  computeScore,
  computeValueTask,
  computeValue2,
  computeChecked,
} from './reduce.worker.js';

interface Best {
  score: number;
  item: number | undefined;
}

const sizes: number[] = [3, 1, 4, 1, 5, 9, 2, 6];
const factor = 3;

const total = fold(
  imapSync(computeHeavyValue, present(sizes), { factor }),
  0,
  (sum, heavyValue) => sum + heavyValue,
);

const text = fold(imapSync(computeValue, enumerate(present(sizes))), '', (line: string, value) => {
  return line === '' ? `${value}` : `${line},${value}`;
});

const best = fold(
  imapSync(computeScore, present(sizes), undefined, { withItems: true }),
  { score: -1, item: undefined } as Best,
  (found, [size, score]) => {
    if (score <= found.score) return found;
    return { score, item: size };
  },
);

const list = fold(imapSync(computeValueTask, present(sizes)), [], (all: string[], value2) =>
  all.concat(value2),
);

// eslint-disable-next-line no-sparse-arrays
const holes = [8, , 7] as number[];
const weighed = fold(imapSync(computeValue2, enumerate(present(holes))), 0, (sum, value2) => sum + value2);

function failing(): number {
  return fold(imapSync(computeChecked, present(sizes), undefined, { settled: true }), 0, (sum, outcome) => {
    console.log('so far', sum);
    const checked = settledValue(outcome);
    return sum + checked;
  });
}

console.log(total, text, best, list, weighed);
try {
  failing();
} catch (error) {
  console.log(String(error));
}
