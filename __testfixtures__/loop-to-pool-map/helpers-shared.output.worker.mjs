// doall: tasks of ./helpers-shared.mjs
'use strict';

import { task } from 'doall/runtime';
import { createHash } from 'node:crypto';
import { basename } from 'node:path';

/** Rounds of work. */
export const rounds = 800000;

/** Scrambles a number. */
export function scramble(n) {
  let x = n + 1;
  for (let i = 0; i < rounds; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

// Used by the task alone.
function label(n) {
  return basename(`/tmp/${scramble(n)}.txt`);
}

const fingerprint = (text) => createHash('md5').update(text).digest('hex');

export const computeLabel = task(import.meta.url, 'computeLabel', (n) => fingerprint(label(n)));
