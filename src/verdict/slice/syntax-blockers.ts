/**
 * Purpose: code that has another meaning in a function of its own: `this`, `arguments`, `super`, `yield`, …
 * Input: the syntax of the body, and of the callback that has it.
 * Guarantee: what belongs to a function inside the body is left alone.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { HazardCode } from '../../model/index.ts';
import { isFunction, walkNodes } from '../../facts/ast.ts';
import type { Blocker } from './describe.ts';
import { makeHazard } from './describe.ts';
import type { LoopView } from './loop-view.ts';
import { isConstantField } from './this-fields.ts';

const codes: Partial<Record<TSESTree.Node['type'], HazardCode>> = {
  ThisExpression: 'this-capture',
  Super: 'this-capture',
  MetaProperty: 'this-capture',
  AwaitExpression: 'await-in-body',
  YieldExpression: 'yield-in-body',
  ImportExpression: 'await-in-body',
  JSXElement: 'hidden-code',
  JSXFragment: 'hidden-code',
  WithStatement: 'hidden-code',
  DebuggerStatement: 'hidden-code',
  PrivateIdentifier: 'this-capture',
};

export function findSyntaxBlockers(view: LoopView): readonly Blocker[] {
  const found: Blocker[] = [];
  const visit = (root: TSESTree.Node, isOwn: boolean): void => {
    walkNodes(root, (node) => {
      if (node !== root && isFunction(node) && node.type !== 'ArrowFunctionExpression') {
        visit(node, false);
        return false;
      }
      if (node !== root && (node.type === 'ClassDeclaration' || node.type === 'ClassExpression'))
        return false;
      const isGiven = node.type === 'ThisExpression' && isConstantField(node.parent, view);
      const code = isGiven ? undefined : codeOf(node, isOwn);
      if (code) found.push(blockerAt(view, node, code));
      return true;
    });
  };
  visit(view.analysis.site.body, true);
  return [...promisesOf(view), ...found];
}

/** Each call of an `async` function gives a promise, each of a generator an iterator, whatever the body computes. */
function promisesOf(view: LoopView): readonly Blocker[] {
  const { callback, isPromised = false } = view.analysis.site;
  if (callback?.async && !isPromised) {
    return [blockerAt(view, callback, 'await-in-body', 'an async function gives a promise, not its value')];
  }
  if (!callback?.generator) return [];
  return [blockerAt(view, callback, 'yield-in-body', 'a generator gives an iterator, not its values')];
}

/** @param isOwn whether `this` and `arguments` are those of the function around the loop. */
function codeOf(node: TSESTree.Node, isOwn: boolean): HazardCode | undefined {
  if (node.type === 'Identifier' && node.name === 'arguments' && isOwn) return 'this-capture';
  if (node.type === 'ForOfStatement' && node.await) return 'await-in-body';
  if (node.type === 'MetaProperty' && node.meta.name === 'import') return 'ambient-state';
  if (!isOwn && (node.type === 'ThisExpression' || node.type === 'MetaProperty')) return undefined;
  return codes[node.type];
}

function blockerAt(view: LoopView, node: TSESTree.Node, code: HazardCode, detail = ''): Blocker {
  const subject = node.type === 'ThisExpression' ? 'this' : view.text(node.range).slice(0, 40);
  const hazard = makeHazard(view, code, { subject, detail, range: node.range });
  return { range: node.range, hazard, missing: undefined, effect: undefined };
}
