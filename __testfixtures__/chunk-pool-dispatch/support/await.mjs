/**
 * Named as no variable of an ES module can be.
 * @param {string} word
 */
export default function shorten(word) {
  if (word === '') throw new RangeError('an empty word');
  return { text: word.slice(0, 3).toUpperCase(), length: word.length };
}
