/**
 * Purpose: built-ins that a program changes: `Number.prototype.rate = 3`, `Math.sqrt = f`. A worker has them as they were.
 * Input: a file, and a name, or a text that uses some.
 * Guarantee: false only where the file puts nothing under that name on a built-in, or its prototype, by a name that stands for it. Of a
 * text, where none of the files does that its imports lead to, nor puts it on what isn't known when a built-in is handed on; a computed
 * name counts on prototypes. Files that import the file are taken not to (docs/semantics.md).
 */
import type { SourceUnit } from '../model/index.ts';
import type { FactsContext } from './context.ts';
import { handedOnBy } from './handed-on.ts';
import { holderOf } from './holders.ts';
import type { Holder } from './holders.ts';
import { filesBehind } from './project-files.ts';
import { changesOf } from './puts.ts';

export function isInheritedChanged(unit: SourceUnit, name: string): boolean {
  return namesIn(unit).inherited.has(name);
}

export function isBuiltinChanged(unit: SourceUnit, name: string): boolean {
  return namesIn(unit).own.has(name);
}

interface Names {
  /** What objects and primitives inherit. */
  readonly inherited: ReadonlySet<string>;
  /** Of what is built in itself, the global object included. */
  readonly own: ReadonlySet<string>;
}

const named = new WeakMap<SourceUnit['ast'], Names>();

/** Asked of each use of a built-in. */
function namesIn(unit: SourceUnit): Names {
  const before = named.get(unit.ast);
  if (before) return before;
  const inherited = new Set<string>();
  const own = new Set<string>();
  for (const { holder, name } of changesIn(unit)) {
    if (holder.kind === 'builtin' && name !== undefined) (holder.isPrototype ? inherited : own).add(name);
  }
  const found = { inherited, own };
  named.set(unit.ast, found);
  return found;
}

interface BuiltinChange {
  readonly holder: Holder;
  /** None where it may be any. */
  readonly name: string | undefined;
}

const known = new WeakMap<SourceUnit['ast'], readonly BuiltinChange[]>();

/** Of built-ins, and of what isn't known. */
function changesIn(unit: SourceUnit): readonly BuiltinChange[] {
  const before = known.get(unit.ast);
  if (before) return before;
  const found = changesOf(unit).flatMap(({ name, method, target }) => {
    const holder = method === undefined ? holderOf(unit, target) : undefined;
    return holder?.kind === 'builtin' || holder?.kind === 'any' ? [{ holder, name }] : [];
  });
  known.set(unit.ast, found);
  return found;
}

/** Where a text names what a file, or one that its imports lead to, changes of the built-ins. */
export function findChangedBuiltin(
  context: FactsContext,
  unit: SourceUnit,
  text: string,
): { readonly name: string; readonly index: number } | undefined {
  for (const name of namesBehind(context, unit)) {
    const index = name === anyName ? 0 : text.search(wordOf(name));
    if (index >= 0) return { name, index };
  }
  return undefined;
}

/** Stands for whatever a computed name may be. */
const anyName = 'Object.prototype';

const behind = new WeakMap<FactsContext, Map<SourceUnit['ast'], readonly string[]>>();

function namesBehind(context: FactsContext, unit: SourceUnit): readonly string[] {
  const ofRun = behind.get(context) ?? new Map<SourceUnit['ast'], readonly string[]>();
  behind.set(context, ofRun);
  const before = ofRun.get(unit.ast);
  if (before) return before;
  const files = filesBehind(context, unit);
  const handedOn = files.flatMap(handedOnBy).filter(({ kind }) => kind === 'builtin');
  const changes = files.flatMap(changesIn).filter((change) => mayBeOfBuiltin(change, handedOn));
  const names = [...new Set(changes.map(({ name }) => name ?? anyName))];
  ofRun.set(unit.ast, names);
  return names;
}

function mayBeOfBuiltin({ holder, name }: BuiltinChange, handedOn: readonly Holder[]): boolean {
  if (holder.kind === 'builtin') return holder.isPrototype || name !== undefined;
  return handedOn.some(
    (one) => holder.isPrototype || one.isPrototype || (name !== undefined && isNamespace(one)),
  );
}

/** A class that is handed on may get static properties under a name that is taken not to be one of its own. */
function isNamespace(holder: Holder): boolean {
  return (
    holder.kind === 'builtin' && /^(?:Math|JSON|Reflect|Atomics|Intl|globalThis|global)$/.test(holder.name)
  );
}

function wordOf(name: string): RegExp {
  return new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$&')}(?![\\w$])`);
}
