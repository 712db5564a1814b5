// A table that the module fills, and a cache of what is computed from three bytes.
const GAMMA = new Float64Array(256);
for (let i = 0; i < 256; i++) GAMMA[i] = (i / 255) ** 2.2;

const BITS = 4;
const SLOTS = 1 << BITS;
const KEYS = new Uint32Array(SLOTS);
const VALUES = new Float64Array(SLOTS * 2);

/** @param {number} x */
function curve(x) {
  const t = Math.sqrt(x);
  return t * (3 - 2 * t);
}

/**
 * @param {number} r
 * @param {number} g
 * @param {number} b
 */
function lightness(r, g, b) {
  const key = (r << 16) | (g << 8) | b;
  const slot = Math.imul(key, 0x9e3779b1) >>> (32 - BITS);
  const tag = key + 1;
  const at = slot * 2;
  let light, chroma;
  if (KEYS[slot] === tag) {
    light = VALUES[at];
    chroma = VALUES[at + 1];
  } else {
    light = curve(0.2 * GAMMA[r] + 0.7 * GAMMA[g] + 0.1 * GAMMA[b]);
    chroma = light * (GAMMA[r] - GAMMA[b]);
    KEYS[slot] = tag;
    VALUES[at] = light;
    VALUES[at + 1] = chroma;
  }
  return light + chroma / 3;
}

/**
 * @param {Uint8Array} pixels
 * @param {number} at
 */
function ofPixel(pixels, at) {
  const r = pixels[at];
  const g = pixels[at + 1];
  const b = pixels[at + 2];
  const a = pixels[at + 3];
  if (a === 255) return lightness(r, g, b);
  return 0;
}

/** @param {Uint8Array} pixels */
export function meanLightness(pixels) {
  let sum = 0;
  for (let round = 1; round <= 40; round++) {
    for (let i = 0, at = 0; i < pixels.length / 4; i++, at += 4) sum += ofPixel(pixels, at) / round;
  }
  return (sum * 4) / pixels.length;
}
