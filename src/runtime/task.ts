// Tasks: functions of one item and the constants, found again in a worker by module URL and export name.
import { builtin } from './builtin.ts';
import { shared } from './shared.ts';
import type { Classes, TaskOptions } from './types.ts';

/** Where a task stands, and what it needs to be sent. */
export interface TaskMeta {
  readonly url: string;
  readonly name: string;
  readonly classes: Classes;
  /** Whether the task tells objects of the item from objects of the constants. */
  readonly identity: boolean;
}

const META = Symbol.for('doall.task');

/** A declared task: callable as the plain function it was made of. */
export interface Task<Item, Constants, Result> {
  (item: Item, constants: Constants): Result;
  readonly [META]: TaskMeta;
}

/** A task of which nothing but its shape is known. */
export type AnyTask = Task<never, never, unknown>;

// Checked JavaScript has no annotations: a parameter that nothing is known of must come out as it does elsewhere there.
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Declares a task of a worker module.
 *
 * @param module `import.meta.url`, or `__filename` in CommonJS
 * @param name the name under which the module exports the task
 * @param fn a pure function of one item and the constants
 * @returns the function itself, marked as a task
 */
export function task<Item = any, Constants = any, Result = any>(
  module: string,
  name: string,
  fn: (item: Item, constants: Constants) => Result,
  options: TaskOptions = {},
): Task<Item, Constants, Result> {
  const url = /^[a-z][a-z\d+.-]+:/i.test(module) ? module : builtin('url').pathToFileURL(module).href;
  const { classes = {}, identity = false } = options;
  const meta: TaskMeta = {
    url,
    name,
    identity,
    get classes() {
      return typeof classes === 'function' ? classes() : classes;
    },
  };
  // One function may be declared under two names; the second declaration then gets a function of its own.
  const target = META in fn ? (item: Item, constants: Constants) => fn(item, constants) : fn;
  const declared = Object.defineProperty(target, META, { value: meta }) as Task<Item, Constants, Result>;
  shared.tasks.set(taskKey(meta), declared);
  return declared;
}
/* eslint-enable @typescript-eslint/no-explicit-any */

/** The key of a task in the registry. */
export function taskKey(meta: Pick<TaskMeta, 'url' | 'name'>): string {
  return `${meta.url}#${meta.name}`;
}

/** What a task is called in messages. */
export function nameOf(meta: TaskMeta | undefined): string {
  return meta?.name ?? 'a function';
}

/** What was declared of a task, or undefined for a plain function, which always runs inline. */
export function metaOf(fn: (item: never, constants: never) => unknown): TaskMeta | undefined {
  return (fn as Partial<AnyTask>)[META];
}
