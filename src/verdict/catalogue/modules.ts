/** Hazards that come from how a worker loads its module. */
import type { HazardEntry } from './entry.ts';

export const moduleEntries = {
  'module-side-effects': {
    title: 'Module that does something when imported',
    rule: 'no-worker-side-effects',
    definite: 'Importing `{{subject}}` in a worker would run its top-level code again{{note}}.',
    possible: 'Importing `{{subject}}` in a worker may run top-level code again{{note}}.',
    why: 'Each worker would start the server, open the connection or run the script once more.',
    remedy:
      'Move the function into a module that only declares things, or guard the start of the program with `if (isMainThread)`.',
  },
  'import-cycle': {
    title: 'Cycle of imports that a worker would enter at another place',
    rule: 'no-worker-side-effects',
    definite:
      '`{{subject}}` stands in a cycle of imports, and while it loads it sees what another module of the cycle may not give yet.',
    why: 'Which module of a cycle loads first depends on where the cycle is entered, and a worker enters it by its own imports.',
    remedy:
      'Move what both modules need into a third one that imports neither, or use it inside functions only.',
  },
  'two-module-forms': {
    title: 'File compiled to two kinds of modules',
    rule: 'no-worker-side-effects',
    definite: '`{{subject}}` becomes an ES module for the package and CommonJS for its tests.',
    why: 'A worker module names itself by `import.meta.url` in the one and by `__filename` in the other; no text is right in both.',
    remedy: 'Let ts-jest make ES modules too (`useESM`), or compile the package to CommonJS.',
  },
  'no-iterators': {
    title: 'File compiled for loops over arrays only',
    rule: 'no-worker-side-effects',
    definite: '`{{subject}}` is compiled to ES5, where `for…of` goes over arrays alone.',
    why: 'The results of a pool come one by one, by an iterator.',
    remedy: 'Set `target` to ES2015 or later in tsconfig.json, or `downlevelIteration`.',
  },
} as const satisfies Record<string, HazardEntry>;
