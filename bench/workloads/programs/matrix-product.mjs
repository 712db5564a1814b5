// The product of two matrices of 500 rows and columns.
import { loadModule, points, random } from '../inputs.mjs';

export default async () => {
  const { matrixMultiplication } = await loadModule('build/matrix_multiplication.js');
  const next = random(5);
  const [a, b] = [points(next, 500, 500), points(next, 500, 500)];
  return () => matrixMultiplication(a, b);
};
