// The repository's own fixture of digits, repeated with noise, embedded in two dimensions.
import { loadModule, points, random } from '../inputs.mjs';

export default async () => {
  const { UMAP } = await loadModule('build/index.js');
  const data = points(random(6), 1200, 32);
  return () => new UMAP({ random: random(7), nEpochs: 60 }).fit(data);
};
