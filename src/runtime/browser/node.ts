// What shared files take from Node, in a browser: the build puts these in the place of `node:*` modules and globals.

/** A task is declared with `import.meta.url`; anything else is taken as relative to the page. */
export function pathToFileURL(path: string): URL {
  return new URL(path, (globalThis as { location?: { href: string } }).location?.href);
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

export const types = {
  isPromise: (value: unknown): boolean => tagOf(value) === 'Promise',
  isSharedArrayBuffer: (value: unknown): boolean => tagOf(value) === 'SharedArrayBuffer',
  /** Can't be told here; cloning refuses one. */
  isProxy: (): boolean => false,
};

/** Tells nothing here. */
export const inspect = (): string => '';

/** Stands for a class of which there are no instances. */
export function Buffer(): void {
  // Never called.
}

export const process = {
  emitWarning: (message: string, name: string): void => {
    console.warn(`${name}: ${message}`);
  },
  stderr: { isTTY: false },
};
