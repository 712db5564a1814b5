/** What the facts of small loops look like: debug view and specification. */
import { expect, test } from 'vitest';
import { factsHere } from './facts-of.ts';

test('the worked example', () => {
  const text = `
const k = 100;
const results: number[] = [];
for (const [a, b] of zip([1, 2], [3, 4])) { // here
  results.push((a + b) * k);
}
function* zip(as: number[], bs: number[]) {
  for (let i = 0; i < as.length; i++) yield [as[i], bs[i]];
}`;
  expect(factsHere(text)).toMatchInlineSnapshot(`
    "
    for-of at line 4, elements
      effects
        read results
        read a
        read b
        read k
        read results.length
        mutate results[*] by push
      captures
        results: value, module, changed
        k: value, module
      roles
        a: item
        b: item
        zip: constant
        results: reduction
        k: constant
      reductions
        results by append
      carried flow
        results.length (unknown-subscript, possible)
    "
  `);
});

test('a sum of a heavy function', () => {
  const text = `
function heavy(x: number) { let s = 0; for (let i = 0; i < x; i++) s += Math.sqrt(i); return s; }
function total(xs: number[]) {
  let sum = 0;
  for (const x of xs) sum += heavy(x); // here
  return sum;
}`;
  expect(factsHere(text)).toMatchInlineSnapshot(`
    "
    for-of at line 5, elements
      effects
        read sum
        read x
        write sum +=
      captures
        sum: value, enclosing, changed
        heavy: function, module
      roles
        x: item
        xs: constant
        sum: reduction
        heavy: constant
      reductions
        sum by +
      carried flow
        sum (scalar, definite)
    "
  `);
});

test('rows of an image', () => {
  const text = `
function render(w: number, h: number) {
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) { // here
    for (let x = 0; x < w; x++) out[y * w + x] = x ^ y;
  }
  return out;
}`;
  expect(factsHere(text)).toMatchInlineSnapshot(`
    "
    for at line 4, counted
      effects
        write x
        read x
        read w
        read? out
        read? y
        read? w
        read? x
        write? out[w·y + x] =
        write? x ++
      captures
        w: value, enclosing
        out: value, enclosing, changed
      roles
        y: item
        h: constant
        x: private
        w: constant
        out: shared
    "
  `);
});

test('best so far', () => {
  const text = `
function search(items: string[], target: string) {
  let best = -1, at = '';
  for (const item of items) { // here
    const score = item.length * target.length;
    if (score > best) { best = score; at = item; }
  }
  return at;
}`;
  expect(factsHere(text)).toMatchInlineSnapshot(`
    "
    for-of at line 4, elements
      effects
        read item
        read target
        write score
        read score
        read best
        read? score
        write? best =
        read? item
        write? at =
      captures
        target: value, enclosing
        best: value, enclosing, changed
        at: value, enclosing, changed
      roles
        item: item
        items: constant
        score: private
        target: constant
        best: reduction
        at: reduction
      reductions
        best by max
        at by argmax
      carried flow
        best (scalar, possible)
    "
  `);
});

test('a memo cache', () => {
  const text = `
const cache = new Map<string, number>();
function length(s: string) {
  const known = cache.get(s);
  if (known !== undefined) return known;
  cache.set(s, s.length);
  return s.length;
}
export const f = (words: string[]) => words.map((w) => length(w)); // here`;
  expect(factsHere(text)).toMatchInlineSnapshot(`
    "
    map at line 9, elements
      effects
        read w
        read cache via length
        read cache[w] via length
        mutate? cache[w] by set via length
        mutate? cache.size by set via length
      captures
        length: function, module
        cache: value, module, changed
      roles
        w: item
        length: constant
      carried flow
        cache[w] (unknown-subscript, possible)
        cache[w] (name, possible)
    "
  `);
});

test('a callback that changes what is around it', () => {
  const text = `
function f(rows: number[][]) {
  let n = 0;
  rows.forEach((row) => { row.forEach((v) => { n += v; }); row.length = 0; }); // here
  return n;
}`;
  expect(factsHere(text)).toMatchInlineSnapshot(`
    "
    forEach at line 4, elements
      effects
        read row
        read? n
        read item row[*]
        write? n +=
        write item row.length =
      captures
        n: value, enclosing, changed
      roles
        row: item
        v: private
        n: shared
      carried flow
        n (scalar, possible)
        item row[*] (unknown-subscript, possible)
    "
  `);
});

test('files and logs', () => {
  const text = `
import { readFileSync } from 'node:fs';
export function count(files: string[]) {
  for (const file of files) { // here
    const text = readFileSync(file, 'utf8');
    console.log(file, text.split(/\\s+/).length);
  }
}`;
  expect(factsHere(text)).toMatchInlineSnapshot(`
    "
    for-of at line 4, elements
      effects
        read file
        io read fs fs.readFileSync
        throw?
        write text
        read text
        read fresh.length
        io write console console.log
      captures
        readFileSync: import, module
      roles
        file: item
        files: constant
        text: private
        readFileSync: constant
    "
  `);
});

test('a method that changes fields', () => {
  const text = `
class Stats {
  sum = 0;
  add(x: number) { this.sum += x; }
  addAll(xs: number[]) {
    for (const x of xs) this.add(x); // here
  }
}`;
  expect(factsHere(text)).toMatchInlineSnapshot(`
    "
    for-of at line 6, elements
      effects
        read this
        read x
        read this.sum via this.add
        write this.sum += via this.add
      roles
        x: item
        xs: constant
      carried flow
        this.sum (name, definite)
    "
  `);
});

test('nobody knows the callee', () => {
  const text = `
export function f(xs: object[], visit: (x: object) => void) {
  for (const x of xs) visit(x); // here
}`;
  expect(factsHere(text)).toMatchInlineSnapshot(`
    "
    for-of at line 3, elements
      effects
        read visit
        read x
        call visit (unknown-callee)
        mutate item x[*] by visit
        mutate unknown(visit)[*] by visit
      captures
        visit: value, enclosing
      roles
        x: item
        xs: constant
        visit: constant
    "
  `);
});

test('reduce', () => {
  const text = `
export const f = (xs: number[]) => xs.reduce((sum, x) => sum + Math.sqrt(x), 0); // here`;
  expect(factsHere(text)).toMatchInlineSnapshot(`
    "
    reduce at line 2, elements
      effects
        read sum
        read x
        write sum =
      roles
        sum: lastprivate
        x: item
    "
  `);
});
