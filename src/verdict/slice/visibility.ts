/**
 * Purpose: whether anyone could see that a variable was changed when an error leaves the loop.
 * Input: the scopes of the file.
 * Guarantee: `isDeadOnThrow` only for variables that no code can reach once an error has been thrown in the loop.
 */
import type { Definition, Reference, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { contains, isFunction, isLoopStatement, staticKey, unwrap } from '../../facts/ast.ts';
import { keepsToItself } from '../../facts/keeping.ts';
import { runOf } from '../../facts/run.ts';
import { scopeIndexOf } from '../../facts/scopes.ts';
import { variableType } from '../../facts/values/evidence.ts';
import type { LoopView } from './loop-view.ts';
import { idOf } from './names.ts';

type Node = TSESTree.Node;

/**
 * Declared by the same function, holding a primitive or an object created by its declaration that nothing else has got hold of,
 * with no `try` between the declaration and the loop, and no function that uses it and exists before the loop ends.
 * @param depth what is changed: 0 the variable, 1 the object that it holds, 2 an object in that one
 */
export function isDeadOnThrow(variable: Variable, view: LoopView, depth: number): boolean {
  const { node } = view.analysis.site;
  const [definition, ...others] = variable.defs;
  if (definition?.type !== 'Variable' || others.length > 0) return false;
  if (variable.scope.variableScope !== scopeAround(node, view)) return false;
  if (isVisibleOutside(variable, view) || isInTry(node, blockOf(definition))) return false;
  const isHidden = depth === 0 || view.analysis.hiddenDepth(idOf(variable)) >= depth;
  if (!isHidden && (depth > 1 || !isPrivateValue(definition, view))) return false;
  return variable.references.every(
    (reference) =>
      isHarmless(reference, definition, view) &&
      (isHidden || keepsObject(reference, variable, definition, view)),
  );
}

/**
 * Whether the object that a variable holds can be reached by its name alone: created by its declaration, and neither before nor in
 * the loop given to anything else.
 */
export function isUnaliased(variable: Variable, view: LoopView): boolean {
  const { node } = view.analysis.site;
  const [definition, ...others] = variable.defs;
  if (definition?.type !== 'Variable' || others.length > 0 || !isPrivateValue(definition, view)) return false;
  if (variable.scope.variableScope !== scopeAround(node, view) || isVisibleOutside(variable, view))
    return false;
  if (isInOuterLoop(node, blockOf(definition))) return false;
  return variable.references.every((reference) => {
    if (reference.init || comesAfter(reference.identifier, definition, view)) return true;
    const isInside = innerFunction(reference.identifier, blockOf(definition)) !== undefined;
    return !isInside && !reference.isWrite() && keepsToItself(reference.identifier, heldBy(variable, view));
  });
}

function scopeAround(node: Node, view: LoopView) {
  for (let at: Node | undefined = node.parent; at; at = at.parent) {
    const scope = view.unit.scopes.acquire(at, true);
    if (scope && (isFunction(at) || at.type === 'Program')) return scope.variableScope;
  }
  return view.unit.scopes.globalScope ?? undefined;
}

function isVisibleOutside(variable: Variable, view: LoopView): boolean {
  if (variable.scope.variableScope.type === 'global' && view.unit.moduleKind === 'script') return true;
  return (
    variable.identifiers.some(isExported) ||
    variable.references.some(({ identifier }) => isExported(identifier))
  );
}

function isExported(identifier: Node): boolean {
  for (let at: Node | undefined = identifier; at; at = at.parent) {
    if (at.type.startsWith('Export')) return true;
    if (isFunction(at) || at.type === 'BlockStatement') return false;
  }
  return false;
}

const containers = /^(?:Array|Map|Set|WeakMap|WeakSet)$/;
const typedArrays = /^(?:Int|Uint|Float|BigInt|BigUint)\d+(?:Clamped)?Array$/;

/** Nothing else refers to what the variable is initialised with. */
function isPrivateValue(definition: Definition, view: LoopView): boolean {
  if (definition.node.type !== 'VariableDeclarator' || definition.node.id.type !== 'Identifier') return false;
  const init = definition.node.init && unwrap(definition.node.init);
  if (!init || init.type === 'Literal' || init.type === 'TemplateLiteral') return true;
  if (init.type === 'UnaryExpression' || init.type === 'BinaryExpression') return true;
  if (init.type === 'Identifier') return ['Infinity', 'NaN', 'undefined'].includes(init.name);
  if (init.type === 'MemberExpression') return isGlobal(init.object, /^(?:Number|Math)$/, view);
  if (init.type === 'ArrayExpression' || init.type === 'ObjectExpression') return true;
  return init.type === 'NewExpression' && isPrivateObject(init, view);
}

function isPrivateObject({ callee, arguments: given }: TSESTree.NewExpression, view: LoopView): boolean {
  if (isGlobal(callee, containers, view)) return true;
  // `new Object(x)` is `x` itself.
  if (isGlobal(callee, /^Object$/, view)) return given.length === 0;
  return isGlobal(callee, typedArrays, view) && given.every((argument) => isCount(argument, view));
}

function isGlobal(node: Node, pattern: RegExp, { unit }: LoopView): boolean {
  return node.type === 'Identifier' && pattern.test(node.name) && !scopeIndexOf(unit).variableOf(node);
}

/** `new Uint8Array(x)` shares memory when `x` is a buffer. A buffer is no bound of a loop that runs: it compares as NaN. */
function isCount(argument: Node, view: LoopView): boolean {
  if (argument.type === 'MemberExpression')
    return staticKey(argument.property, argument.computed) === 'length';
  if (argument.type !== 'Identifier')
    return /^(?:Literal|BinaryExpression|ArrayExpression)$/.test(argument.type);
  const { space } = view.analysis.facts.loop;
  const bound = space.kind === 'counted' ? space.to.range : undefined;
  return bound !== undefined && view.text(bound) === argument.name;
}

/** The block that the variable belongs to; the function for `var`. */
function blockOf(definition: Definition): Node | undefined {
  const declaration = definition.parent;
  if (declaration?.type !== 'VariableDeclaration') return undefined;
  if (declaration.kind !== 'var') return declaration.parent;
  let at: Node = declaration;
  while (!isFunction(at) && at.type !== 'Program') at = at.parent;
  return at;
}

/** A `try` whose handlers run, or code behind it, while the variable lives. */
function isInTry(node: Node, block: Node | undefined): boolean {
  for (let at: Node | undefined = node; at && at !== block; at = at.parent) {
    if (at.type === 'TryStatement') return true;
  }
  return false;
}

/** No function that could look at the variable after the error has been made before. */
function isHarmless(reference: Reference, definition: Definition, view: LoopView): boolean {
  const { identifier } = reference;
  const loop = view.analysis.site.node;
  if (reference.init || contains(loop.range, identifier.range)) return true;
  return comesAfter(identifier, definition, view) || !innerFunction(identifier, blockOf(definition));
}

/** Past the loop, and not in a function that is there from the start of the block. */
function comesAfter(identifier: Node, definition: Definition, view: LoopView): boolean {
  const inner = innerFunction(identifier, blockOf(definition));
  return inner?.type !== 'FunctionDeclaration' && isPast(identifier, definition, view);
}

/** Behind the loop, which doesn't run again with the same variable. */
function isPast(identifier: Node, definition: Definition, view: LoopView): boolean {
  const loop = view.analysis.site.node;
  return identifier.range[0] >= loop.range[1] && !isInOuterLoop(loop, blockOf(definition));
}

/** Whether a use neither gives the object to anything else, nor puts another one in its place. */
function keepsObject(
  reference: Reference,
  variable: Variable,
  definition: Definition,
  view: LoopView,
): boolean {
  const { identifier } = reference;
  const isInLoop = contains(view.analysis.site.node.range, identifier.range);
  if (reference.init || isInLoop || isPast(identifier, definition, view)) return true;
  return !reference.isWrite() && keepsToItself(identifier, heldBy(variable, view));
}

/** The outermost function between a reference and the block that declares the variable. */
function innerFunction(identifier: Node, block: Node | undefined): Node | undefined {
  let inner: Node | undefined;
  for (let at: Node | undefined = identifier.parent; at && at !== block; at = at.parent) {
    if (isFunction(at)) inner = at;
  }
  return inner;
}

function isInOuterLoop(loop: Node, block: Node | undefined): boolean {
  for (let at: Node | undefined = loop.parent; at && at !== block; at = at.parent) {
    if (isLoopStatement(at) || isFunction(at)) return true;
  }
  return false;
}

function heldBy(variable: Variable, { facts, unit }: LoopView) {
  const run = runOf(facts);
  const kinds = [...variableType(run, variable, unit)].map(({ kind }) => kind);
  return { run, unit, kinds };
}
