// Tasks: functions of one item and the constants, found again in a worker by module URL and export name.
import { pathToFileURL } from 'node:url';
import { shared } from './shared.ts';

/** A class whose instances may cross to a worker and back, keeping their prototype. */
export type TransferableClass = abstract new (...args: never[]) => object;

/** The classes of a task's items, constants, results and errors, by a name that both threads know. */
export type Classes = Readonly<Record<string, TransferableClass>>;

export interface TaskOptions {
  /** Classes whose instances stand in items, constants, results or errors. They must have no `#private` state. */
  readonly classes?: Classes;
}

/** Where a task stands, and what it needs to be sent. */
export interface TaskMeta {
  readonly url: string;
  readonly name: string;
  readonly classes: Classes;
}

const META = Symbol.for('doall.task');

/** A declared task: callable as the plain function it was made of. */
export interface Task<Item, Constants, Result> {
  (item: Item, constants: Constants): Result;
  readonly [META]: TaskMeta;
}

/** A task, or a plain function, which always runs inline. */
export type TaskLike<Item, Constants, Result> = (item: Item, constants: Constants) => Result;

/** A task of which nothing but its shape is known. */
export type AnyTask = Task<never, never, unknown>;

/**
 * Declares a task of a worker module.
 *
 * @param module `import.meta.url`, or `__filename` in CommonJS
 * @param name the name under which the module exports the task
 * @param fn a pure function of one item and the constants
 * @returns the function itself, marked as a task
 */
export function task<Item, Constants = undefined, Result = unknown>(
  module: string,
  name: string,
  fn: (item: Item, constants: Constants) => Result,
  options: TaskOptions = {},
): Task<Item, Constants, Result> {
  const url = /^[a-z][a-z\d+.-]+:/i.test(module) ? module : pathToFileURL(module).href;
  const meta: TaskMeta = { url, name, classes: options.classes ?? {} };
  // One function may be declared under two names; the second declaration then gets a function of its own.
  const target = META in fn ? (item: Item, constants: Constants) => fn(item, constants) : fn;
  const declared = Object.defineProperty(target, META, { value: meta }) as Task<Item, Constants, Result>;
  shared.tasks.set(taskKey(meta), declared as AnyTask);
  return declared;
}

/** The key of a task in the registry. */
export function taskKey(meta: Pick<TaskMeta, 'url' | 'name'>): string {
  return `${meta.url}#${meta.name}`;
}

/** What was declared of a task, or undefined for a plain function, which always runs inline. */
export function metaOf(fn: (item: never, constants: never) => unknown): TaskMeta | undefined {
  return (fn as Partial<AnyTask>)[META];
}
