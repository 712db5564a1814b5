/** Names of getters and setters, read from a text that isn't parsed. */
import { expect, test } from 'vitest';
import { findAccessorNames } from '../../src/parse/accessor-names.ts';

test.each([
  ['class A { get width() { return 1; } set width(w) {} }', ['width']],
  ['const o = { get "a b"() {}, get ["c"]() {}, get 3() {} }', ['a b', 'c', '3']],
  ['class A { static get /* the */ größe() {} get\n#own() {} }', ['größe', '#own']],
  ['const o = { get // here\n late() {} }', ['late']],
  ['Object.defineProperty(o, "k", { get() { return 1; } })', ['k']],
  ["o.__defineGetter__('late', f)", ['late']],
  ['map.get(key); widget.set("x", 1)', []],
])('%s', (text, names) => {
  expect([...(findAccessorNames(text) ?? [])]).toEqual(names);
});

test('an escape hides a name', () => {
  expect(findAccessorNames('class A { get \\u0061b() {} }')).toBeUndefined();
  expect(findAccessorNames('class A { get "\\x61b"() {} }')).toBeUndefined();
});

test.each([
  'Object.defineProperty(o, name, { get() { return 1; } })',
  'Object.defineProperties(o, { k: { get() { return 1; } } })',
  'o.__defineSetter__(name, set)',
  'Object.create(null, { k: { get() { return 1; } } })',
])('%s names elsewhere what it describes', (text) => {
  expect(findAccessorNames(text)).toBeUndefined();
});
