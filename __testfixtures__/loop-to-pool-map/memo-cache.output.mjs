import { imapSync, range } from 'doall/runtime';
import { meanLightness } from './support/colours.js';
import { computeRow } from './memo-cache.worker.mjs';

/** Pixels of few colours, so that the cache is hit, and of more than it has room for. */
function picture(seed) {
  const pixels = new Uint8Array(64 * 4);
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = i % 4 === 3 && i % 20 !== 19 ? 255 : ((seed + (i >> 3)) * 37) % 256;
  }
  return pixels;
}

const pictures = [];
for (let seed = 0; seed < 12; seed++) pictures.push(picture(seed));

let total = 0;
for (const row of imapSync(computeRow, range(0, 3), { pictures })) {
  let nextRow = 0;
  for (const pixels of pictures) {
    total += row[nextRow++];
  }
}

console.log(total, meanLightness(pictures[3]));
