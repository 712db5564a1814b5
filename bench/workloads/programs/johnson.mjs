// All shortest paths of a sparse random graph of 400 nodes.
import { loadModule, random } from '../inputs.mjs';

export default async () => {
  const { johnson } = await loadModule('build/graph/johnson.js');
  const next = random(1);
  const nodes = 400;
  const graph = Array.from({ length: nodes }, () =>
    Array.from({ length: 12 }, () => [Math.floor(next() * nodes), Math.floor(next() * 100) + 1]),
  );
  return () => johnson(graph);
};
