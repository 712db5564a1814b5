// doall: lists of tasks for ./await.mjs
import run from './await.mjs';

/** @param {unknown[]} items */
export default (items) => items.map((item) => run(item));
