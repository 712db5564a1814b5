// doall: tasks of ./import-comments.mjs
import { task } from 'doall/runtime';
import { weigh, limit } from './support/weigh.mjs';

export const computeOut = task(import.meta.url, 'computeOut', (value) => weigh(value) * limit);
