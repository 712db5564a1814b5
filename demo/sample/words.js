/**
 * For each word the one most like it, as `apple ~ ample (1)`.
 * @param {string[]} words
 */
export function findSimilar(words) {
  const lines = [];
  for (const word of words) {
    let nearest = '';
    let smallest = Infinity;
    for (const other of words) {
      const d = other === word ? Infinity : editDistance(word, other);
      if (d < smallest) {
        smallest = d;
        nearest = other;
      }
    }
    lines.push(`${word} ~ ${nearest} (${smallest})`);
  }
  return lines;
}

/** Levenshtein distance: insertions, deletions and replacements that lead from `a` to `b`. */
function editDistance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

/** Made-up words; the same for the same seed. */
export function makeWords(count, seed) {
  const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'zu', 'pla', 'stri'];
  let state = seed;
  const words = [];
  for (let i = 0; i < count; i++) {
    let word = '';
    for (let part = 0; part < 4; part++) {
      state = (state * 1103515245 + 12345) % 2147483648;
      word += syllables[Math.floor(state / 65536) % syllables.length];
    }
    words.push(word + i.toString(36));
  }
  return words;
}
