// A typed array over the memory of another one that is read: its stores are seen by the next iteration.
function heavy(x) {
  let sum = 0;
  for (let n = 0; n < 7; n++) sum = (sum * 31 + x * n) % 1009;
  return sum;
}

function main(items, weights) {
  const out = [];
  let next = 0;
  const pixels = new Uint8ClampedArray(24);
  const words = new Uint16Array(pixels.buffer);
  for (const x of items) {
    words[next++ % 12] = heavy(weights[0] + x);
    out.push(heavy(pixels[3]));
  }
  return { out, pixels, words };
}

console.log(main([4, 2, 8, 6], [2, 3, 5]).out.join());
