import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { imapSync, inStep } from 'doall/runtime';
import { computeTop } from './word-count.worker.mjs';

export function countWords(files) {
  let total = 0;
  for (const { top, value } of imapSync(computeTop, inStep(files))) {
    console.log(value);
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
