// doall: tasks of ./memo-cache.mjs
import { task } from 'doall/runtime';
import { meanLightness } from './support/colours.js';

export const computeRow = task(import.meta.url, 'computeRow', (_, { pictures }) => {
  const row = [];
  for (const pixels of pictures) {
    row.push(meanLightness(pixels));
  }
  return row;
});
