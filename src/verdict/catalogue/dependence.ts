/** Hazards that come from what one iteration leaves to the next. */
import type { HazardEntry } from './entry.ts';

export const dependenceEntries = {
  'carried-flow': {
    title: 'Value carried between iterations',
    rule: 'no-carried-dependence',
    definite: 'An iteration reads `{{subject}}`, which an earlier iteration wrote{{note}}.',
    possible: 'An iteration may read `{{subject}}` after an earlier iteration wrote it{{note}}.',
    why: 'Workers run iterations at the same time, each on a copy of what was there before the loop: the read would see the old value, not the one that the earlier iteration left.',
    remedy:
      'Compute the heavy part from the item alone and combine the results afterwards; if every iteration should start anew, declare the variable inside the body.',
  },
  aliasing: {
    title: 'Two names that may be one object',
    rule: 'no-carried-dependence',
    definite: '`{{subject}}` is the same object as {{detail}}, which the loop writes.',
    possible: '`{{subject}}` may be the same object as {{detail}}, which the loop writes.',
    why: 'If both names hold one array or object, an iteration can read what an earlier one wrote under the other name; a worker would read the old value.',
    remedy:
      'Write to an array created in the same function (`const out = new Float64Array(n)`), or copy the input before the loop.',
    unsaid: 'one in another iteration',
  },
  'scatter-write': {
    title: 'Writes to keys that may coincide',
    rule: 'no-carried-dependence',
    definite: 'Two iterations can write the same element of `{{subject}}`{{note}}.',
    possible:
      'Two iterations may write the same element of `{{subject}}`: its key is computed from data{{note}}.',
    why: 'The element must hold what the last iteration in order wrote. Workers finish in any order, each with a copy of its own.',
    remedy:
      'Return the key and the value from the heavy part, and store them in a loop over the results, which run in order.',
  },
} as const satisfies Record<string, HazardEntry>;
