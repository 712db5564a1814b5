import { task } from 'doall/runtime';
// @ts-expect-error a module without types
import { burn } from '../tasks.mjs';

interface Options {
  readonly by: number;
}
export const add = task(import.meta.url, 'add', (x: number, { by }: Options): number => {
  burn(0.3);
  return x + by;
});
