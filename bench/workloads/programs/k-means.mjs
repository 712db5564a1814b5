// 20,000 points in 10 dimensions, 20 clusters, started by kmeans++.
import { loadModule, points, random } from '../inputs.mjs';

export default async () => {
  const { kmeans } = await loadModule('lib/index.js');
  const data = points(random(9), 20_000, 10);
  return () => kmeans(data, 20, { seed: 1, maxIterations: 20 });
};
