import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The most frequent words of a text. */
function topWords(text, limit) {
  const counts = new Map();
  for (const word of text.toLowerCase().split(/[^a-z]+/)) {
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit);
}

export function countWords(files) {
  let total = 0;
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const top = topWords(text, 3);
    console.log(top.map(([word, count]) => `${word} ${count}`).join(', '));
    total += top.length;
  }
  console.log('total', total);
}

export function main() {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  const files = ['one', 'two', 'three'].map((name, i) => {
    const file = join(folder, `${name}.txt`);
    writeFileSync(file, `the ${name} and the ${'other '.repeat(i)}${name} word`.repeat(50));
    return file;
  });
  countWords(files);
  rmSync(folder, { recursive: true });
}
