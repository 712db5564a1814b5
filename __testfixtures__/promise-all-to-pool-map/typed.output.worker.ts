// doall: tasks of ./typed.ts
import { task } from 'doall/runtime';
import type { Score } from './typed.js';

function rate(id: number, weight: number): number {
  let value = id;
  for (let i = 0; i < 200_000; i++) value = (value * weight + i) % 65521;
  return value;
}

export const computeResult = task(
  import.meta.url,
  'computeResult',
  (id: number, { weight }: { weight: number }): Score => {
    const value = rate(id, weight);
    return { id, value };
  },
);
