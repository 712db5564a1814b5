/**
 * Purpose: functions whose uses can all be listed: declared by name, in a module.
 * Input: a function node and its file.
 * Guarantee: a function that could be reached otherwise (as a method, through a global) is refused.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../src/model/index.ts';
import { walk } from '../render/walk.ts';
import { PropagationRefusal } from './refusal.ts';
import { isFunction } from '../render/may-await.ts';
import type { FunctionNode } from '../render/may-await.ts';
import { findVariable } from './returns.ts';

export interface NamedFunction {
  readonly unit: SourceUnit;
  readonly node: FunctionNode;
  readonly name: string;
  /** Undefined for `export default function () {}`. */
  readonly variable: Variable | undefined;
}

/** @throws {PropagationRefusal} for methods, callbacks, generators and functions that are typed elsewhere */
export function nameFunction(unit: SourceUnit, node: FunctionNode): NamedFunction {
  if (node.generator) throw new PropagationRefusal('not-a-named-function', unit, node);
  if (node.returnType?.typeAnnotation.type === 'TSTypePredicate' || usesAwaitAsName(node))
    throw new PropagationRefusal('typed-elsewhere', unit, node);
  const name = nameNode(node);
  if (name === undefined) {
    if (node.parent.type === 'ExportDefaultDeclaration')
      return { unit, node, name: 'default', variable: undefined };
    throw new PropagationRefusal('not-a-named-function', unit, node);
  }
  if (name.typeAnnotation) throw new PropagationRefusal('typed-elsewhere', unit, name);
  const variable = findVariable(unit, name);
  const isGlobal = unit.moduleKind === 'script' && variable?.scope.type === 'global';
  const isMember = variable?.scope.type === 'tsModule';
  if (!variable || isGlobal || isMember || hasOwnName(unit, node))
    throw new PropagationRefusal('not-a-named-function', unit, node);
  if (variable.defs.length > 1) throw new PropagationRefusal('typed-elsewhere', unit, node);
  return { unit, node, name: name.name, variable };
}

/** The identifier of `function f() {}`, or of `const f = () => …`. */
function nameNode(node: FunctionNode): TSESTree.Identifier | undefined {
  if (node.type === 'FunctionDeclaration') return node.id ?? undefined;
  const { parent } = node;
  if (parent.type !== 'VariableDeclarator' || parent.init !== node || parent.id.type !== 'Identifier')
    return undefined;
  return parent.parent.kind === 'const' ? parent.id : undefined;
}

/** `const f = function g() { … g() … }` has two names. */
function hasOwnName(unit: SourceUnit, node: FunctionNode): boolean {
  if (node.type !== 'FunctionExpression' || !node.id) return false;
  return findVariable(unit, node.id)?.references.length !== 0;
}

function usesAwaitAsName(node: FunctionNode): boolean {
  let found = false;
  walk(node, (inner) => {
    if (inner.type === 'Identifier' && inner.name === 'await') found = true;
  });
  return found;
}

/** The innermost function that holds the place; undefined at the top level. */
export function functionAt(unit: SourceUnit, line: number, column: number): FunctionNode | undefined {
  let found: FunctionNode | undefined;
  walk(unit.ast, (node) => {
    const { start, end } = node.loc;
    const isBefore = start.line < line || (start.line === line && start.column + 1 <= column);
    const isAfter = end.line > line || (end.line === line && end.column + 1 >= column);
    if (node.type !== 'Program' && !(isBefore && isAfter)) return false;
    if (isFunction(node)) found = node;
    return true;
  });
  return found;
}
