/** Names that a side of the cut doesn't need. */
function heavy(n: number): number {
  let h = n;
  for (let i = 0; i < 1000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

export function entries(record: Record<string, number>): [string, number][] {
  const out: [string, number][] = [];
  for (const [key, value] of Object.entries(record)) out.push([key, heavy(value)]);
  return out;
}

export function byKey(pairs: Map<number, string>): string[] {
  const out: string[] = [];
  for (const [key, text] of pairs) {
    console.log(text);
    out.push(`${heavy(key)}`);
  }
  return out;
}

export function points(list: { x: number; y: number; name: string }[]): number {
  let total = 0;
  for (const { x, name, y } of list) {
    console.log(name);
    total += heavy(x + y);
  }
  return total;
}

export function old(list: number[]): number {
  let i: number, index: number, total;
  total = 0;
  for (i = 0; i < list.length; i++) {
    index = heavy(list[i]);
    total += heavy(index + 1);
  }
  return total;
}

export function above(list: number[]): number[] {
  let first: number;
  const out: number[] = [];
  for (const n of list) {
    first = heavy(n);
    out.push(heavy(first + 1));
  }
  return out;
}

export function allAbove(list: number[]): number {
  let i: number, index: number;
  let total = 0;
  for (i = 0; i < list.length; i++) {
    index = heavy(list[i]);
    total += heavy(index + 1);
  }
  return total;
}

export function firstOnly(list: [number, number, number][], shapes: { x: number; y: number; z: number }[]): void {
  for (const [x, y, z] of list) console.log(x, heavy(y + z));
  for (const { x, y, z } of shapes) console.log(x, heavy(y + z));
}

export function lastOnly(list: [number, number, number][], shapes: { x: number; y: number; z: number }[]): void {
  for (const [x, y, z] of list) console.log(z, heavy(x + y));
  for (const { x, y, z } of shapes) console.log(z, heavy(x + y));
}

export function rest(list: [number, string, string][]): void {
  for (const [n, ...more] of list) console.log(heavy(n), more);
}

export function unusedBefore(list: [string, number][]): void {
  for (const [unused, n] of list) console.log(heavy(n));
}

byKey(new Map([[1, 'one'], [2, 'two']]));
rest([[1, 'a', 'b'], [2, 'c', 'd']]);
allAbove([1, 2]);
firstOnly([[1, 2, 3]], [{ x: 1, y: 2, z: 3 }]);
lastOnly([[1, 2, 3]], [{ x: 1, y: 2, z: 3 }]);
unusedBefore([['a', 1], ['b', 2]]);
console.log(entries({ a: 1, b: 2 }), points([{ x: 1, y: 2, name: 'p' }]), old([1, 2, 3]), above([1, 2]));
