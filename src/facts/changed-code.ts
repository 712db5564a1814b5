/**
 * Purpose: classes, functions and modules that a program changes after they were declared: `K.prototype.add = f`, `exports.scale = 2`.
 * Input: a file, and a module that it imports, or a class of its own.
 * Guarantee: false only where neither the file nor what its imports lead to puts a property into that code, or into what the module
 * loads, by a name that stands for it, or by one of which nothing is known: under a name that the code declares, or, where the code is
 * handed on, under one that is computed. Files that import the file are taken not to.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import { enclosingFunction, isClass } from './ast.ts';
import type { FactsContext } from './context.ts';
import { declaredNames, memberNames } from './declared-names.ts';
import { handedOnBy } from './handed-on.ts';
import { holderOf } from './holders.ts';
import type { Holder } from './holders.ts';
import { filesBehind } from './project-files.ts';
import { changesOf } from './puts.ts';
import { runOf } from './run.ts';
import { inferType } from './values/infer.ts';

type Node = TSESTree.Node;

interface CodeChange {
  readonly unit: SourceUnit;
  readonly holder: Holder;
  /** The property; none where it may be any. */
  readonly name: string | undefined;
  /** What computes its name, where something does. */
  readonly key: Node | undefined;
  /** The property is in a list or map, which a method of that name changes. */
  readonly method: string | undefined;
  /** It happens while the file loads: so it does in a worker that loads the file. */
  readonly isEarly: boolean;
}

const answers = new WeakMap<FactsContext, Map<string, boolean>>();

/** @param source a module, as `unit` names it */
export function isChangedFrom(context: FactsContext, unit: SourceUnit, source: string): boolean {
  const ofRun = answers.get(context) ?? new Map<string, boolean>();
  answers.set(context, ofRun);
  const key = `${unit.file} ${source}`;
  const answer = ofRun.get(key) ?? findChange(context, unit, source);
  ofRun.set(key, answer);
  return answer;
}

/** Whether members that a class of the file declares are others by the time that its declaration alone is in a worker. */
export function isChangedClass(context: FactsContext, unit: SourceUnit, code: Node): boolean {
  if (!isClass(code)) return false;
  const names = memberNames(code);
  return changesFrom(context, unit).some((change) => {
    const { holder, name } = change;
    if (!mayHoldClassOf(context, change, { unit, code })) return false;
    return holder.isPrototype || (name === undefined ? holder.kind !== 'any' : names.has(name));
  });
}

/** Those of a file, and of what its imports lead to. */
function changesFrom(context: FactsContext, unit: SourceUnit): readonly CodeChange[] {
  const files = filesBehind(context, unit);
  return files.flatMap(changesIn).flatMap((change) => {
    if (!isAnywhere(context, change)) return [change];
    return files.flatMap((one) =>
      handedOnBy(one).map((holder) => ({ ...change, unit: one, holder, isEarly: false })),
    );
  });
}

/** Under a computed name, on what isn't known: all that is handed on may be meant. */
function isAnywhere(context: FactsContext, { unit, holder, name, key }: CodeChange): boolean {
  if (holder.kind !== 'any' || holder.isPrototype || name !== undefined) return false;
  return !key || !isIndex(context, unit, key);
}

/** A number, or a sum without text in it. */
function isIndex(context: FactsContext, unit: SourceUnit, key: Node): boolean {
  const kinds = [...inferType(runOf(context), key, unit)].map(({ kind }) => kind);
  return kinds.includes('number') && !kinds.includes('any') && !isText(key);
}

/** `'on' + name` */
function isText(key: Node): boolean {
  if (key.type === 'BinaryExpression') return isText(key.left) || isText(key.right);
  return key.type === 'TemplateLiteral' || (key.type === 'Literal' && typeof key.value === 'string');
}

/** Whether what is changed may be a class of a file, which other files import. */
function mayHoldClassOf(
  context: FactsContext,
  { unit: from, holder, method }: CodeChange,
  { unit, code }: { readonly unit: SourceUnit; readonly code: Node },
): boolean {
  switch (holder.kind) {
    case 'builtin':
      return false;
    case 'any':
      return true;
    case 'own':
      return holder.code === code;
    case 'module': {
      const target = holder.source === undefined ? from : context.project?.resolve(holder.source, from.file);
      return (
        method === undefined && filesBehind(context, target ?? from).some(({ file }) => file === unit.file)
      );
    }
  }
}

function findChange(context: FactsContext, unit: SourceUnit, source: string): boolean {
  const changes = changesFrom(context, unit);
  const target = context.project?.resolve(source, unit.file);
  if (!target)
    return changes.some(
      ({ holder, method }) => holder.kind === 'module' && holder.source === source && method === undefined,
    );
  return changes.length > 0 && changes.some((change) => reaches(context, change, target));
}

/** Whether the module, or what it loads, may be what is changed. */
function reaches(context: FactsContext, change: CodeChange, target: SourceUnit): boolean {
  const loaded = filesBehind(context, target);
  const { unit, holder, name, method, isEarly } = change;
  const isLoaded = loaded.some(({ file }) => file === unit.file);
  if (isEarly && isLoaded) return false;
  switch (holder.kind) {
    case 'builtin':
      return false;
    case 'any':
      return holder.isPrototype || (name !== undefined && loaded.some((one) => declaredNames(one).has(name)));
    case 'own':
      return isLoaded && (holder.isPrototype || isClass(holder.code));
    case 'module':
      if (method !== undefined) return isOfData(loaded, holder.name, method);
      return holder.name === undefined
        ? isBehind(context, unit, holder.source, target)
        : loaded.some(({ text }) => mentions(text, holder.name ?? ''));
  }
}

/** Variables that modules export are looked at where they are read; what is in an exported object has no other name. */
function isOfData(loaded: readonly SourceUnit[], name: string | undefined, method: string): boolean {
  if (name === undefined) return false;
  const declared = loaded.map(declaredNames);
  return declared.some((names) => names.has(name)) && !declared.some((names) => names.has(method));
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$&')}(?![\\w$])`).test(text);
}

/** Whether a module is loaded by the target, or hands on what the target is. @param source none for the file itself */
function isBehind(
  context: FactsContext,
  unit: SourceUnit,
  source: string | undefined,
  target: SourceUnit,
): boolean {
  const from = source === undefined ? unit : context.project?.resolve(source, unit.file);
  if (!from) return false;
  const isHandedOn =
    source !== undefined && filesBehind(context, from).some(({ file }) => file === target.file);
  return isHandedOn || filesBehind(context, target).some(({ file }) => file === from.file);
}

const known = new WeakMap<SourceUnit['ast'], readonly CodeChange[]>();

function changesIn(unit: SourceUnit): readonly CodeChange[] {
  const before = known.get(unit.ast);
  if (before) return before;
  const found = changesOf(unit).flatMap(({ target, name, key, method }) => {
    const holder = holderOf(unit, target);
    if (!holder || (method !== undefined && holder.kind !== 'module')) return [];
    return [{ unit, holder, name, key, method, isEarly: enclosingFunction(target).type === 'Program' }];
  });
  known.set(unit.ast, found);
  return found;
}
