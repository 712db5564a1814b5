// The repository's bench.js: its seven pairs of images, compared twenty times.
import { readFileSync } from 'node:fs';
import { loadModule, path } from '../inputs.mjs';

export default async () => {
  const { default: match } = await loadModule('index.js');
  const { PNG } = await loadModule('node_modules/pngjs/lib/png.js');
  const read = (name) => PNG.sync.read(readFileSync(path(`test/fixtures/${name}.png`)));
  const data = [1, 2, 3, 4, 5, 6, 7].map((k) => [read(`${k}a`), read(`${k}b`)]);
  return () => {
    const sums = [];
    for (let k = 0; k < 20; k++) {
      for (const [a, b] of data) sums.push(match(a.data, b.data, null, a.width, a.height));
    }
    return sums;
  };
};
