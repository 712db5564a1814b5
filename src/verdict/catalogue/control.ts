/** Hazards that come from when iterations start, wait and end. */
import type { HazardEntry } from './entry.ts';

export const controlEntries = {
  'early-exit': {
    title: 'Exit from inside the heavy part',
    rule: 'no-early-exit',
    definite: '`{{subject}}` can end the loop before the heavy part is done{{note}}.',
    why: 'Whether an iteration runs at all then depends on the ones before it; in workers they would already have run, with their effects.',
    remedy:
      'Put the test after the heavy computation, so that it only looks at its result, or write the search with `find`, `some` or `every`.',
  },
  'unknown-trip-count': {
    title: 'Number of iterations not known in advance',
    rule: 'no-early-exit',
    definite: 'How many iterations `{{subject}}` makes is only known by running them{{note}}.',
    why: 'Items must be known before they can be handed out to workers; here each iteration decides whether there is another one.',
    remedy: 'Collect the items first, then use `for…of` or a counted `for` over them for the heavy part.',
  },
  'mutated-iteration-space': {
    title: 'Loop that changes what it iterates over',
    rule: 'no-shared-mutation',
    definite: 'The body changes `{{subject}}`, which decides what the loop visits{{note}}.',
    possible: 'The body may change `{{subject}}`, which decides what the loop visits{{note}}.',
    why: 'Items are handed out to workers before the loop starts; elements added, removed or skipped on the way would be missed.',
    remedy:
      'Gather additions and removals in a second array and apply them after the loop; leave the index variable to the loop head.',
  },
  'await-in-body': {
    title: 'Waiting inside the body',
    rule: 'no-early-exit',
    definite: 'The heavy part waits at `{{subject}}`{{note}}.',
    why: 'While an iteration waits, other code of the program runs and can change what it reads. A worker has none of that, and waiting needs no second thread.',
    remedy:
      'Await the inputs before the loop, and leave only the computation in it: `const texts = await Promise.all(…)`, then the loop.',
  },
  'yield-in-body': {
    title: 'Yielding inside the body',
    rule: 'no-early-exit',
    definite: 'The heavy part hands control to its caller at `{{subject}}`{{note}}.',
    why: "Between two `yield`s the caller's code runs, and it may never ask for the next value. A worker can't stop in the middle of an iteration.",
    remedy: 'Compute the value first and make `yield` the last thing the body does with it.',
  },
} as const satisfies Record<string, HazardEntry>;
