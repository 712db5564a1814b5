// doall: lists of tasks for ./shorten.mjs
import shorten from './shorten.mjs';

/** @param {unknown[]} items */
export default (items) => items.map((item) => shorten(item));
