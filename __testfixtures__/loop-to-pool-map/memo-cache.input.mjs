import { meanLightness } from './support/colours.js';

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
for (let round = 0; round < 3; round++) {
  for (const pixels of pictures) {
    total += meanLightness(pixels);
  }
}

console.log(total, meanLightness(pictures[3]));
