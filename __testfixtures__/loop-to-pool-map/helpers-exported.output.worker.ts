// doall: tasks of ./helpers-exported.ts
import { task } from 'doall/runtime';
import { scramble } from './helpers-exported.js';

export const computeSum = task(import.meta.url, 'computeSum', (offset: number) => scramble(offset));
