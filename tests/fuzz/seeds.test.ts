/** Programs that the fuzz found, cut down: each was rewritten wrongly once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareProgram } from './compare.ts';

const folder = new URL('../../__testfixtures__/fuzz-seeds/', import.meta.url).pathname;

test.each(readdirSync(folder))('%s prints the same when rewritten', (name) => {
  const { before, after } = compareProgram(readFileSync(join(folder, name), 'utf8'));
  expect(before).not.toContain('uncaught');
  expect(after).toBe(before);
});
