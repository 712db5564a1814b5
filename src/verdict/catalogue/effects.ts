/** Hazards that come from what an iteration does beside computing a value. */
import type { HazardEntry } from './entry.ts';

export const effectEntries = {
  'shared-mutation': {
    title: 'Object changed that lives outside the loop',
    rule: 'no-shared-mutation',
    definite: 'The heavy part changes `{{subject}}`, which lives outside the loop{{note}}.',
    possible: 'The heavy part may change `{{subject}}`, which lives outside the loop{{note}}.',
    why: 'A worker has a copy. It would change the copy, and the original would stay as it was, without any error.',
    remedy:
      'Build the value in the iteration and return it; change `{{subject}}` in a loop over the results, which come in order.',
  },
  'item-mutation': {
    title: 'Item changed in place',
    rule: 'no-shared-mutation',
    definite: 'The heavy part changes its item `{{subject}}` in place{{note}}.',
    possible: 'The heavy part may change its item `{{subject}}` in place{{note}}.',
    why: 'A worker gets a copy of the item. It would change the copy, and the caller would go on with the unchanged original.',
    remedy: 'Compute the new values from the item, return them, and assign them in a loop over the results.',
  },
  'module-state': {
    title: 'Module state that changes',
    rule: 'no-hidden-state',
    definite: '`{{subject}}` belongs to a module and changes while the program runs{{note}}.',
    possible: '`{{subject}}` belongs to a module and may change while the program runs{{note}}.',
    why: 'Every worker loads its own copy of the module. A counter would start again in each, and a cache or a setting would be empty.',
    remedy:
      'Pass the value as a parameter of the function; return what should be stored, and store it on the main thread.',
  },
  io: {
    title: 'Input or output in the heavy part',
    rule: 'no-io-in-task',
    definite: '`{{subject}}` does input or output in the heavy part{{note}}.',
    possible: '`{{subject}}` may do input or output in the heavy part{{note}}.',
    why: 'Files, sockets and the console must be touched in the order of the loop; workers would do it in any order, and some of it too often or too late.',
    remedy:
      'Read the inputs before the loop and write its results after the computation; then only the computation goes to workers.',
  },
  nondeterminism: {
    title: 'Value that differs on each call',
    rule: 'no-nondeterminism',
    definite: '`{{subject}}` gives another value on each call{{note}}.',
    why: 'Draws and clock readings would come in another order, and a seeded generator would start again in each worker: no two runs could be compared.',
    remedy:
      'Draw the values before the loop and make them part of the items, or compute them from the index with a seeded generator.',
  },
  'ambient-state': {
    title: 'State that each thread has of its own',
    rule: 'no-ambient-state',
    definite: '`{{subject}}` is state that each thread has of its own{{note}}.',
    why: 'A worker starts with its own copy of it, or without it: it would read another value, and what it sets would not reach the main thread.',
    remedy: 'Read it into a constant before the loop and pass that on; set it on the main thread only.',
  },
  'hidden-code': {
    title: 'Code that cannot be seen',
    rule: 'no-hidden-state',
    definite: '`{{subject}}` runs code that is not visible here{{note}}.',
    possible: '`{{subject}}` may run code that is not visible here{{note}}.',
    why: 'What is not seen is not known to be independent: it could read or change anything, and it may not exist in the worker.',
    remedy: 'Call a function that is declared in the project, on plain data.',
  },
  'unknown-call': {
    title: 'Call whose effects are not known',
    rule: 'no-hidden-state',
    definite: 'Nothing is known of what `{{subject}}` does{{note}}.',
    why: 'It could read or change anything that other iterations use, so it is never taken as independent.',
    remedy:
      'Call it where its source or type can be followed; if it only computes a value from its arguments, name it in the option `pure`.',
  },
  'this-capture': {
    title: 'Use of `this`',
    rule: 'no-this-capture',
    definite: 'The heavy part uses `{{subject}}`, and an instance does not reach a worker as it is{{note}}.',
    why: 'A clone of an instance has its plain fields, but no class: methods, private fields and getters are gone.',
    remedy:
      'Read the fields that are needed into constants before the loop, and call plain functions instead of methods.',
  },
} as const satisfies Record<string, HazardEntry>;
