/**
 * Purpose: classes, functions and modules that a program changes after they were declared: `K.prototype.add = f`, `K.bonus = f`.
 * Input: a file, and a module that it imports.
 * Guarantee: false only where neither the file nor what its imports lead to puts a property into code of that module or of what it loads,
 * or into its prototypes, by a name that stands for them. Files that import the file are taken not to.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import { enclosingFunction, isClass, isFunction, staticKey, unwrap } from './ast.ts';
import type { FactsContext } from './context.ts';
import { sourceOf } from './module-effects.ts';
import { filesBehind } from './project-files.ts';
import { putsOf } from './replaced-methods.ts';
import { scopeIndexOf } from './scopes.ts';
import type { Variable } from './scopes.ts';

type Node = TSESTree.Node;

/** What stands before the property that is put. */
interface Holder {
  /** The module that it was imported from, as the file names it. */
  readonly source?: string | undefined;
  /** What that module calls it; none for the module itself, or what it exports by default. */
  readonly name?: string | undefined;
  /** The class or function of the file that it is. */
  readonly own?: Node | undefined;
  readonly isPrototype: boolean;
}

interface Change extends Holder {
  readonly unit: SourceUnit;
}

/** @param source a module, as `unit` names it */
export function isChangedFrom(context: FactsContext, unit: SourceUnit, source: string): boolean {
  const changes = filesBehind(context, unit).flatMap(changesIn);
  const target = context.project?.resolve(source, unit.file);
  if (!target) return changes.some((change) => change.source === source);
  return changes.length > 0 && changes.some((change) => reaches(context, change, target));
}

/** Whether the module, or what it loads, may be what is changed: it mentions the name. */
function reaches(
  context: FactsContext,
  { unit, source, name, isPrototype }: Change,
  target: SourceUnit,
): boolean {
  const loaded = filesBehind(context, target);
  if (name !== undefined) {
    const word = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$&')}(?![\\w$])`);
    return loaded.some(({ text }) => word.test(text));
  }
  if (source === undefined) return isPrototype;
  const from = context.project?.resolve(source, unit.file);
  if (!from) return false;
  const behind = filesBehind(context, from).map(({ file }) => file);
  return behind.includes(target.file) || loaded.some(({ file }) => file === from.file);
}

const known = new WeakMap<SourceUnit['ast'], readonly Change[]>();

function changesIn(unit: SourceUnit): readonly Change[] {
  const before = known.get(unit.ast);
  if (before) return before;
  const found = putsOf(unit).flatMap(({ target }) => {
    const holder = holderOf(unit, target);
    return holder && isChange(holder, target) ? [{ ...holder, unit }] : [];
  });
  known.set(unit.ast, found);
  return found;
}

/** What a file does to its own classes while it loads, it does in a worker too. */
function isChange({ source, own, isPrototype }: Holder, target: Node): boolean {
  if (source !== undefined) return true;
  if (!own) return isPrototype;
  return (isPrototype || isClass(own)) && enclosingFunction(target).type !== 'Program';
}

/** Undefined for what is no import, function or prototype. @param depth of names that stand for names */
function holderOf(unit: SourceUnit, node: Node, depth = 0): Holder | undefined {
  const expression = unwrap(node);
  if (expression.type === 'CallExpression') {
    const source = sourceOf(expression);
    return source === undefined ? undefined : { source, isPrototype: false };
  }
  if (expression.type === 'MemberExpression') {
    const holder = holderOf(unit, expression.object, depth);
    return holder && memberOf(holder, staticKey(expression.property, expression.computed));
  }
  const variable = expression.type === 'Identifier' && scopeIndexOf(unit).variableOf(expression);
  return variable && depth < 20 ? heldBy(unit, variable, depth) : undefined;
}

function memberOf(holder: Holder, key: string | undefined): Holder {
  if (key === 'prototype') return { ...holder, isPrototype: true };
  return holder.source === undefined ? unknown : { ...holder, name: key };
}

const unknown: Holder = { isPrototype: false };

/** A variable that is declared as another name, or a part, of something is that. */
function heldBy(unit: SourceUnit, variable: Variable, depth: number): Holder {
  const [definition] = variable.defs;
  const own: Holder = { own: definition?.node, name: variable.name, isPrototype: false };
  if (definition?.type === 'ClassName' || definition?.type === 'FunctionName') return own;
  if (definition?.type === 'ImportBinding') return imported(definition.node);
  if (definition?.type !== 'Variable' || !definition.node.init) return unknown;
  const { id, init } = definition.node;
  const code = unwrap(init);
  if (isClass(code) || isFunction(code)) return { ...own, own: code };
  const whole = holderOf(unit, code, depth + 1) ?? unknown;
  return id.type === 'Identifier' ? whole : memberOf(whole, keyIn(id, variable));
}

function imported(node: Node): Holder {
  const { parent } = node;
  const source = sourceOf(parent?.type === 'ImportDeclaration' ? parent : node);
  if (node.type !== 'ImportSpecifier') return { source, isPrototype: false };
  const name = node.imported.type === 'Identifier' ? node.imported.name : node.imported.value;
  return { source, name: name === 'default' ? undefined : name, isPrototype: false };
}

/** `add` of `const { add: sum } = …` */
function keyIn(pattern: Node, variable: Variable): string | undefined {
  if (pattern.type !== 'ObjectPattern') return undefined;
  const names = new Set<Node>(variable.identifiers);
  for (const property of pattern.properties)
    if (property.type === 'Property' && names.has(property.value))
      return staticKey(property.key, property.computed);
  return undefined;
}
