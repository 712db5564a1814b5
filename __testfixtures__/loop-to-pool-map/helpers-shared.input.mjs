#!/usr/bin/env node
'use strict';
// Helpers that the task and the rest of the file share.

import { createHash } from 'node:crypto';
import { basename } from 'node:path';

/** Rounds of work. */
const rounds = 800000;

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

const labels = [];
for (const n of [3, 1, 2]) {
  labels.push(fingerprint(label(n)));
}
console.log(labels, rounds, scramble(1), createHash('md5').update('').digest('hex'));
