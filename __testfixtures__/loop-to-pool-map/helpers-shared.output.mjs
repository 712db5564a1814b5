#!/usr/bin/env node
'use strict';
// Helpers that the task and the rest of the file share.

import { createHash } from 'node:crypto';
import { mapSync } from 'doall/runtime';
import { computeLabel, rounds, scramble } from './helpers-shared.worker.mjs';

export { scramble } from './helpers-shared.worker.mjs';

const labels = mapSync(computeLabel, [3, 1, 2]);
console.log(labels, rounds, scramble(1), createHash('md5').update('').digest('hex'));
