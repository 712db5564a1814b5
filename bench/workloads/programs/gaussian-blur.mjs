// A sample image, blurred and searched for edges.
import { loadModule, path } from '../inputs.mjs';

export default async () => {
  const { readSync } = await loadModule('lib/index.js');
  const image = readSync(path('test/img/various/alphabet.jpg')).grey();
  return () => {
    const blurred = image.gaussianBlur({ sigma: 3 });
    const { width, height, colorModel } = blurred;
    return { width, height, colorModel, edges: blurred.cannyEdgeDetector().getNbNonZeroPixels() };
  };
};
