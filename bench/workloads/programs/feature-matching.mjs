// The descriptors of a sample image's key points, each matched to the nearest one of the same scene seen elsewhere.
import { loadModule, random } from '../inputs.mjs';

export default async () => {
  const { bruteForceOneMatch } = await loadModule('lib/featureMatching/matching/bruteForceMatch.js');
  const next = random(5);
  const describe = () => Uint8Array.from({ length: 256 }, () => (next() < 0.5 ? 0 : 1));
  const [source, destination] = [1500, 1500].map((length) => Array.from({ length }, describe));
  return () => bruteForceOneMatch(source, destination);
};
