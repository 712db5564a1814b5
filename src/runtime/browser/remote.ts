// Executors are for Node: in a browser, the page's workers are all there is.

/** Stands for the class of this name. */
export function RemoteJob(): never {
  throw new TypeError('options.executor needs Node');
}
