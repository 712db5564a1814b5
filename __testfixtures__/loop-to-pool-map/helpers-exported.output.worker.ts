// doall: tasks of ./helpers-exported.ts
import { task } from 'doall/runtime';
import { scramble } from './helpers-exported.js';

export const computeScrambleValue = task(import.meta.url, 'computeScrambleValue', (offset: number) =>
  scramble(offset),
);
