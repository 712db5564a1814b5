import { mapSync, imapSync, map } from 'doall/runtime';
import {
  computeHeavy,
  computeHeavyTask,
  computeHeavyValue,
  computeHeavyInSum,
  computeZs,
  computeHeavyInMake,
  computeHeavyInCount,
  computeHeavy2,
} from './no-await-await.worker.mjs';

const numbers = [1, 2, 3];

class Table {
  static all = mapSync(computeHeavy, numbers);
  own = mapSync(computeHeavyTask, numbers);

  static {
    for (const heavyValue of imapSync(computeHeavyValue, numbers)) {
      console.log('static', heavyValue);
    }
  }
}

async function sum(xs, ys = mapSync(computeHeavyInSum, [...xs])) {
  const zs = await map(computeZs, [...xs]);
  return [ys, zs];
}

async function make(xs) {
  class Local {
    own = mapSync(computeHeavyInMake, [...xs]);
  }
  return new Local().own;
}

const state = { found: 0 };

async function count(xs) {
  let own = 0;
  own += (await map(computeHeavyInCount, [...xs])).length;
  state.found += mapSync(computeHeavy2, [...xs]).length;
  return own;
}

export async function main() {
  console.log(await Promise.all([count([1]), count([2, 3])]), state);
  console.log(Table.all, new Table().own, await sum([1, 2]), await make([3]));
}
