// Documents of random words, and the weights of the terms of each.
import { loadModule, random } from '../inputs.mjs';

export default async () => {
  const { default: natural } = await loadModule('lib/natural/index.js');
  const next = random(10);
  const text = () => Array.from({ length: 200 }, () => `word${Math.floor(next() ** 2 * 4000)}`).join(' ');
  const documents = Array.from({ length: 300 }, text);
  return () => {
    const tfidf = new natural.TfIdf();
    for (const document of documents) tfidf.addDocument(document);
    return documents.map((_, k) => tfidf.listTerms(k).slice(0, 10));
  };
};
