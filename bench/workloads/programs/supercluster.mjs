// The repository's bench.js with points that are the same on each run, 400,000 of them.
import { loadModule, random } from '../inputs.mjs';

export default async () => {
  const { default: Supercluster } = await loadModule('index.js');
  const next = random(8);
  const data = Array.from({ length: 400_000 }, (_, index) => ({
    type: 'Feature',
    properties: { index },
    geometry: { type: 'Point', coordinates: [-180 + 360 * next(), -80 + 160 * next()] },
  }));
  return () => {
    const index = new Supercluster({ maxZoom: 6 }).load(data);
    return index.getClusters([-180, -90, 180, 90], 3);
  };
};
