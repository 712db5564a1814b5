/**
 * Purpose: code that is strict by its function or class alone, in a file whose worker module isn't strict.
 * Input: the syntax of the body, and of what stands around the loop.
 * Guarantee: nothing else of the body does in a worker module what it wouldn't do in strict mode: there, `this` of a plain call is no
 * object, and changing what can't be changed (a frozen object, a property of a text) is an error.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { isClass, isFunction, isPatternTarget, unwrap, walkNodes } from '../../facts/ast.ts';
import type { LoopView } from './loop-view.ts';
import { isDeclaredIn } from './names.ts';

/** The nodes of the body that mean something else where code isn't strict. */
export function findStrictCode(view: LoopView): readonly TSESTree.Node[] {
  const { body } = view.analysis.site;
  if (!losesStrictMode(body, view)) return [];
  const found: TSESTree.Node[] = [];
  const visit = (root: TSESTree.Node, isOwn: boolean): void => {
    walkNodes(root, (node) => {
      if (node !== root && isClass(node)) return false;
      if (node !== root && isFunction(node) && node.type !== 'ArrowFunctionExpression') {
        visit(node, false);
        return false;
      }
      if ((node.type === 'ThisExpression' && !isOwn) || mayFailToChange(node, view)) found.push(node);
      return true;
    });
  };
  visit(body, true);
  return found;
}

function losesStrictMode(body: TSESTree.Node, { unit }: LoopView): boolean {
  if (unit.moduleKind === 'esm' || hasDirective(unit.ast.body)) return false;
  for (let at: TSESTree.Node | undefined = body; at; at = at.parent) {
    if (isClass(at)) return true;
    // The directive of the callback itself goes with its body.
    if (
      at !== body.parent &&
      isFunction(at) &&
      at.body.type === 'BlockStatement' &&
      hasDirective(at.body.body)
    )
      return true;
  }
  return false;
}

function hasDirective(statements: readonly TSESTree.Node[]): boolean {
  return statements.some((node) => 'directive' in node && node.directive === 'use strict');
}

/** Whether a node changes or deletes a property of a local object that isn't sure to let it. */
function mayFailToChange(node: TSESTree.Node, view: LoopView): boolean {
  if (node.type !== 'MemberExpression' || !isChanged(node)) return false;
  const root = rootOf(node);
  const variable = view.names.variableOf(root);
  if (!variable) return root.type !== 'ThisExpression';
  const [definition, ...others] = variable.defs;
  if (!isDeclaredIn(variable, view.body)) return false;
  const init = definition?.type === 'Variable' && others.length === 0 ? definition.node.init : null;
  return !init || !isOpen(unwrap(init), view);
}

function isChanged(node: TSESTree.MemberExpression): boolean {
  const { parent } = node;
  if (parent.type === 'AssignmentExpression') return parent.left === node;
  if (parent.type === 'UnaryExpression') return parent.operator === 'delete';
  return parent.type === 'UpdateExpression' || isPatternTarget(node);
}

function rootOf(node: TSESTree.Node): TSESTree.Node {
  const inner = unwrap(node);
  return inner.type === 'MemberExpression' ? rootOf(inner.object) : inner;
}

/** Methods that make arrays. */
const makers = new Set(['from', 'of', 'map', 'filter', 'fill']);

/** Whether a value is made to be filled: a literal, `new Float64Array(n)`, `Array.from(…)`. */
function isOpen(init: TSESTree.Node, view: LoopView): boolean {
  if (init.type === 'ArrayExpression' || init.type === 'NewExpression') return true;
  if (init.type === 'ObjectExpression') return !/\b[gs]et\b/.test(view.text(init.range));
  if (init.type !== 'CallExpression' || init.callee.type !== 'MemberExpression') return false;
  const { property, computed } = init.callee;
  return !computed && property.type === 'Identifier' && makers.has(property.name);
}
