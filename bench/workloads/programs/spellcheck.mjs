// Corrections of misspelt words, over a corpus of 20,000.
import { loadModule, random } from '../inputs.mjs';

export default async () => {
  const { default: natural } = await loadModule('lib/natural/index.js');
  const next = random(11);
  const word = () =>
    Array.from({ length: 7 }, () => String.fromCharCode(97 + Math.floor(next() * 26))).join('');
  const corpus = Array.from({ length: 20_000 }, word);
  const spellcheck = new natural.Spellcheck(corpus);
  const misspelt = corpus.slice(0, 12).map((right) => `${right.slice(1, 4)}x${right.slice(4)}`);
  return () => misspelt.map((wrong) => spellcheck.getCorrections(wrong, 2));
};
