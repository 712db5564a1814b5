/**
 * Purpose: objects that may be proxies: what touches one runs code of its handler.
 * Input: a file, and what is known of an object.
 * Guarantee: false only where the object surely is none, or neither the file nor one that it imports by a relative path makes any.
 */
import type { SourceUnit } from '../model/index.ts';
import { unwrap } from './ast.ts';
import { relativeSpecifiers } from './effects/possible-accessors.ts';
import type { Run } from './run.ts';
import { isReassigned, variableById } from './scopes.ts';
import type { Type } from './values/type.ts';
import type { Ref } from './values/value.ts';

export function mayBeProxy(run: Run, unit: SourceUnit, ref: Ref): boolean {
  if (ref.kind !== 'place') return false;
  return isProxyType(ref.type) || (isOpen(ref.type) && !isOfLiteral(ref) && makesProxies(run, unit));
}

/** The same of a type alone. */
export function mayBeProxyType(run: Run, unit: SourceUnit, type: Type): boolean {
  return isProxyType(type) || (isOpen(type) && makesProxies(run, unit));
}

export function isProxyType(type: Type): boolean {
  return [...type].some(({ kind }) => kind === 'proxy');
}

/** Of no kind that is known from how it was made. */
function isOpen(type: Type): boolean {
  return type.size === 0 || [...type].some(({ kind, instanceOf }) => !instanceOf && kind === 'any');
}

/** What a variable was given by its declaration, and keeps. */
function isOfLiteral({ place: { root, path } }: Ref & { kind: 'place' }): boolean {
  if (root.kind === 'fresh') return true;
  const variable = root.kind === 'binding' && path.length === 0 ? variableById(root.id) : undefined;
  const definition = variable?.defs[0];
  if (!variable || definition?.type !== 'Variable' || !definition.node.init || isReassigned(variable))
    return false;
  return /^(?:Object|Array)Expression$/.test(unwrap(definition.node.init).type);
}

const making = /\bnew\s+Proxy\b|\bProxy\s*\.\s*revocable\b/;

const known = new WeakMap<Run, WeakMap<SourceUnit['ast'], boolean>>();

function makesProxies(run: Run, unit: SourceUnit): boolean {
  const ofRun = known.get(run) ?? new WeakMap<SourceUnit['ast'], boolean>();
  known.set(run, ofRun);
  const before = ofRun.get(unit.ast);
  if (before !== undefined) return before;
  const { project } = run.context;
  const mayImport = (specifier: string): boolean =>
    project?.mayMatch?.(specifier, unit.file, making) ?? false;
  const found = making.test(unit.text) || relativeSpecifiers(unit).some(mayImport);
  ofRun.set(unit.ast, found);
  return found;
}
