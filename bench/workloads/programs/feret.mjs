// The Feret diameters of a large ellipse.
import { loadModule } from '../inputs.mjs';

export default async () => {
  const { Mask } = await loadModule('lib/index.js');
  const size = 1600;
  const mask = new Mask(size, size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const isInside = ((row - 800) / 700) ** 2 + ((column - 800) / 420) ** 2 < 1;
      mask.setBit(column, row, isInside ? 1 : 0);
    }
  }
  return () => mask.getFeret();
};
