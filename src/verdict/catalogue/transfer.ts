/** Hazards that come from what a structured clone makes of a value. */
import type { HazardEntry } from './entry.ts';

export const transferEntries = {
  'uncloneable-capture': {
    title: 'Value that cannot be sent to a worker',
    rule: 'no-uncloneable-capture',
    definite: '`{{subject}}` cannot be sent to a worker: {{detail}}.',
    possible: '`{{subject}}` may not be fit to be sent to a worker: {{detail}}.',
    why: 'A structured clone of it throws a `DataCloneError`, and no iteration runs at all.',
    remedy:
      'Send the plain data that it is made from and build it in the task; a function is imported by the worker module instead of sent.',
    unsaid: 'a structured clone of it throws',
  },
  'uncloneable-result': {
    title: 'Result that cannot be sent back',
    rule: 'no-uncloneable-capture',
    definite: '`{{subject}}` cannot be sent back from a worker: {{detail}}.',
    possible: '`{{subject}}` may not be fit to be sent back from a worker: {{detail}}.',
    why: 'A structured clone of it throws a `DataCloneError` after the work is done, and the result is lost.',
    remedy: 'Return the plain data that it is made from, and build it on the main thread.',
    unsaid: 'a structured clone of it throws',
  },
  'lossy-capture': {
    title: 'Value that arrives in a worker changed',
    rule: 'no-lossy-clone',
    definite: '`{{subject}}` would arrive in a worker changed: {{detail}}.',
    possible: '`{{subject}}` may arrive in a worker changed: {{detail}}.',
    why: 'A structured clone drops prototypes, private fields, getters and symbol keys without an error; the task would go on with what is left.',
    remedy: 'Pass the fields that the body reads, or send plain data and rebuild the value in the task.',
    unsaid: 'a structured clone loses a part of it',
  },
  'lossy-result': {
    title: 'Result that comes back changed',
    rule: 'no-lossy-clone',
    definite: '`{{subject}}` would come back from a worker changed: {{detail}}.',
    possible: '`{{subject}}` may come back from a worker changed: {{detail}}.',
    why: 'A structured clone drops prototypes, private fields, getters and symbol keys without an error; the caller would go on with what is left.',
    remedy: 'Return plain data, and build the instance on the main thread.',
    unsaid: 'a structured clone loses a part of it',
  },
  'identity-loss': {
    title: 'Copy of an object where the object itself matters',
    rule: 'no-lossy-clone',
    definite: 'A worker would have a copy of `{{subject}}` where the object itself matters: {{detail}}.',
    possible: 'A worker may have a copy of `{{subject}}` where the object itself matters: {{detail}}.',
    why: 'Comparing with `===`, looking up in a Map or changing the object would then miss the original.',
    remedy:
      'Let the body return only what was newly computed, compare keys instead of objects, and put results and objects together in a loop over the results.',
    unsaid: 'the result refers to it',
  },
  'native-handle': {
    title: 'Handle of the operating system',
    rule: 'no-native-handle',
    definite: '`{{subject}}` is a handle that belongs to this thread{{note}}.',
    possible: '`{{subject}}` may be a handle that belongs to this thread{{note}}.',
    why: 'Files, sockets, servers, database clients and child processes stay where they were opened; a clone is an empty object, or throws.',
    remedy:
      'Send what is needed to open it (path, URL, options) and open it in the task, or use it on the main thread and send its data.',
  },
  'oversized-clone': {
    title: 'Clone that is much larger than what is used',
    rule: 'no-lossy-clone',
    definite: 'Sending `{{subject}}` copies more than is used: {{detail}}.',
    possible: 'Sending `{{subject}}` may copy more than is used: {{detail}}.',
    why: 'A view such as `subarray` is cloned with the whole buffer behind it: the copy can cost more than the work saves.',
    remedy:
      'Send a copy of the part (`slice()` instead of `subarray()`), or put the data into a `SharedArrayBuffer`.',
    unsaid: 'the whole buffer behind it travels',
  },
} as const satisfies Record<string, HazardEntry>;
