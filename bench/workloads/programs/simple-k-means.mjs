// 2,000 points in 16 dimensions, 12 clusters, as simple-statistics finds them.
import { loadModule, points, random } from '../inputs.mjs';

export default async () => {
  const { kMeansCluster } = await loadModule('index.js');
  const data = points(random(3), 2000, 16);
  return () => kMeansCluster(data, 12, random(4));
};
