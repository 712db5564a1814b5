import { heavy } from './heavy.mjs';
export function run() {
  return [
    [1, 2, 3].reduce((a, x) => a + heavy(x), 0),
    [1, 2, 3].reduce((a, x) => heavy(a + x)),
    ['a', 'b'].reduce((s, x) => s + x + heavy(x.length), ''),
  ];
}
