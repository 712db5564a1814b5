// How well 2,400 points in 8 dimensions sit in 5 clusters.
import { loadModule, points, random } from '../inputs.mjs';

export default async () => {
  const { silhouette } = await loadModule('index.js');
  const next = random(2);
  const data = points(next, 2400, 8);
  const labels = data.map(() => Math.floor(next() * 5));
  return () => silhouette(data, labels);
};
