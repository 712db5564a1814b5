// Where no `await` may stand, the loop takes the blocking form: defaults of parameters, class fields, static blocks; and where one
// would stand between the reading and the writing of what others may write meanwhile.
function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

const numbers = [1, 2, 3];

class Table {
  static all = numbers.map((n) => heavy(n));
  own = numbers.map((n) => heavy(n + 1));

  static {
    for (const n of numbers) console.log('static', heavy(n));
  }
}

async function sum(xs, ys = [...xs].map((n) => heavy(n))) {
  const zs = [...xs].map((n) => heavy(n + 2));
  return [ys, zs];
}

async function make(xs) {
  class Local {
    own = [...xs].map((n) => heavy(n));
  }
  return new Local().own;
}

const state = { found: 0 };

async function count(xs) {
  let own = 0;
  own += [...xs].map((n) => heavy(n + 3)).length;
  state.found += [...xs].map((n) => heavy(n + 4)).length;
  return own;
}

export async function main() {
  console.log(await Promise.all([count([1]), count([2, 3])]), state);
  console.log(Table.all, new Table().own, await sum([1, 2]), await make([3]));
}
