/**
 * Purpose: what ECMAScript's and Node's built-ins do, as profiles.
 * Input: a name as written (`Math.max`, `push` on an array, `readFileSync` of `node:fs`) and how it is used.
 * Guarantee: what isn't in the tables is `undefined`, and the caller takes the worst; nothing here looks at syntax.
 */
import type { Entry, Table } from './define.ts';
import type { BuiltinProfile, Use, ValueKind } from './profile.ts';
import { globals } from './globals.ts';
import { joinProfiles } from './join.ts';
import { methods, typeKinds } from './kinds.ts';
import { modules } from './modules.ts';

export type * from './profile.ts';

const globalObjects = /^(?:globalThis|global|window|self)\./;

/**
 * The profile of a global by its dotted path: `parseInt`, `Math.max`, `Array.from`, `Map` (with use `new`). A global that is
 * shadowed by a binding of the file must not be asked for.
 * @param argumentCount tells `new Date()` from `new Date(0)`; undefined (spread) takes the worse.
 */
export function lookupGlobal(
  path: string,
  use: Use = 'call',
  argumentCount?: number,
): BuiltinProfile | undefined {
  return find(globals, path.replace(globalObjects, ''), use, argumentCount, '');
}

/** Whether a free variable of this name is a built-in of the language or of Node. */
export function isBuiltinGlobal(name: string): boolean {
  return globalNames.has(name);
}

/** The profile of a method or property (`use: 'read'`) of a value of the given kind, inherited ones included. */
export function lookupMethod(
  kind: ValueKind,
  name: string,
  use: Use = 'call',
  argumentCount?: number,
): BuiltinProfile | undefined {
  const own = methods[kind];
  const entry = own && find(own.table, name, use, argumentCount, own.prefix);
  if (entry !== undefined) return entry;
  const parent = own?.parent;
  return parent === undefined ? undefined : lookupMethod(parent, name, use, argumentCount);
}

/** The profiles of all kinds of built-in that have a method of this name. */
export function lookupMethods(name: string, use: Use = 'call', argumentCount?: number): BuiltinProfile[] {
  return (kindsByMethod.get(name) ?? [])
    .map((kind) => lookupMethod(kind, name, use, argumentCount))
    .filter((profile) => profile !== undefined);
}

/**
 * The join over all kinds of built-in that have a method of this name, for a receiver that surely is a built-in, of unknown
 * kind. Worst of each: all mutations, callbacks and outside effects of any of them.
 */
export function lookupMethodByName(
  name: string,
  use: Use = 'call',
  argumentCount?: number,
): BuiltinProfile | undefined {
  const found = lookupMethods(name, use, argumentCount);
  return joinProfiles(name, [...new Map(found.map((profile) => [profile.name, profile])).values()]);
}

/** The profile of an export of a Node module: `('node:fs', 'readFileSync')`, `('fs', 'promises.readFile')`. */
export function lookupModuleFunction(
  module: string,
  name: string,
  use: Use = 'call',
  argumentCount?: number,
): BuiltinProfile | undefined {
  const bare = module.replace(/^node:/, '');
  const table = Object.hasOwn(modules, bare) ? modules[bare] : undefined;
  return table && find(table, name.replace(/^default\./, ''), use, argumentCount, `${bare}.`);
}

/** The kind of what `new X(…)` gives for a global constructor: `Float32Array` → `typed-array`. */
export function kindOfConstructor(path: string): ValueKind | undefined {
  return lookupGlobal(path, 'new', 1)?.returns.kind;
}

/** The kind that a TypeScript or JSDoc type name stands for: `ReadonlyMap` → `map`, `Float32Array` → `typed-array`. */
export function kindOfTypeName(name: string): ValueKind | undefined {
  return Object.hasOwn(typeKinds, name) ? typeKinds[name] : undefined;
}

/** What was asked for before, by table: lookups are many, names few. */
const known = new WeakMap<Table, Map<string, BuiltinProfile | undefined>>();

/** Worst over calls with and without arguments when the count isn't known. */
function find(
  table: Table,
  path: string,
  use: Use,
  argumentCount: number | undefined,
  prefix: string,
): BuiltinProfile | undefined {
  const isBare = argumentCount === undefined ? 'maybe' : argumentCount === 0;
  const key = `${use} ${isBare} ${path}`;
  const profiles = known.get(table) ?? new Map<string, BuiltinProfile | undefined>();
  known.set(table, profiles);
  if (profiles.has(key)) return profiles.get(key);
  const name = `${use === 'new' ? 'new ' : ''}${prefix}${path}`;
  const entries = variants(table, path, use, isBare);
  const profile = joinProfiles(
    name,
    entries.map((entry) => ({ name, ...entry })),
  );
  profiles.set(key, profile);
  return profile;
}

/** The entries that a use may mean: that for calls without arguments, the general one, or both. */
function variants(table: Table, path: string, use: Use, isBare: boolean | 'maybe'): readonly Entry[] {
  const stem = use === 'new' ? `new ${path}` : path;
  const general = pick(table, stem, use) ?? pick(table, path, use);
  const bare = pick(table, `${stem}()`, use);
  const chosen =
    isBare === true && bare !== undefined ? [bare] : isBare === 'maybe' ? [general, bare] : [general];
  return chosen.filter((entry) => entry !== undefined);
}

function pick(table: Table, key: string, use: Use): Entry | undefined {
  const entry = Object.hasOwn(table, key) ? table[key] : undefined;
  return entry?.uses.includes(use) ? entry : undefined;
}

const kindsByMethod = new Map<string, ValueKind[]>();
for (const [kind, { table }] of Object.entries(methods))
  for (const key of Object.keys(table)) {
    const name = key.replace(/\(\)$/, '');
    kindsByMethod.set(name, [...(kindsByMethod.get(name) ?? []), kind as ValueKind]);
  }

const globalNames = new Set(
  Object.keys(globals).flatMap((key) =>
    key
      .replace(/^new |\(\)$/g, '')
      .split('.')
      .slice(0, 1),
  ),
);
