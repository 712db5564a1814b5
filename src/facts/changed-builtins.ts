/**
 * Purpose: built-ins that a file changes: `Number.prototype.rate = 3`, `Math.sqrt = f`. A worker has them as they were.
 * Input: a file and a name.
 * Guarantee: false only where the file puts nothing under that name on a built-in, or its prototype, by a name that stands for it. Other
 * files are taken not to (docs/semantics.md), nor is a name that is computed looked at.
 */
import type { SourceUnit } from '../model/index.ts';
import { holderOf } from './holders.ts';
import { changesOf } from './puts.ts';

interface Names {
  /** What objects and primitives inherit. */
  readonly inherited: ReadonlySet<string>;
  /** Of what is built in itself, the global object included. */
  readonly own: ReadonlySet<string>;
}

export function isInheritedChanged(unit: SourceUnit, name: string): boolean {
  return namesIn(unit).inherited.has(name);
}

export function isBuiltinChanged(unit: SourceUnit, name: string): boolean {
  return namesIn(unit).own.has(name);
}

const known = new WeakMap<SourceUnit['ast'], Names>();

function namesIn(unit: SourceUnit): Names {
  const before = known.get(unit.ast);
  if (before) return before;
  const inherited = new Set<string>();
  const own = new Set<string>();
  for (const { name, method, target } of changesOf(unit)) {
    if (name === undefined || method !== undefined) continue;
    const holder = holderOf(unit, target);
    if (holder?.kind === 'builtin') (holder.isPrototype ? inherited : own).add(name);
  }
  const found = { inherited, own };
  known.set(unit.ast, found);
  return found;
}
