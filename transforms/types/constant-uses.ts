/**
 * Purpose: where a loop uses a constant of its task, and properties of it.
 * Input: a plan and one of its constants.
 * Guarantee: uses come in source order, so that the first of each stands before all conditions of the loop itself.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { ConstantPlan, Range, RewritePlan, SourceUnit } from '../../src/model/index.ts';
import { findNode, walk } from '../render/walk.ts';
import { variableAt } from './annotations.ts';

/** The uses of a constant in the loop: of a variable, or of a field such as `this.width`. */
export function usesOf(unit: SourceUnit, { replace }: RewritePlan, constant: ConstantPlan): TSESTree.Node[] {
  const isInLoop = ({ range }: TSESTree.Node): boolean => range[0] >= replace[0] && range[1] <= replace[1];
  if (isVariable(constant)) {
    const references = variableAt(unit, constant.typeOf)?.references ?? [];
    return references.map(({ identifier }) => identifier).filter(isInLoop);
  }
  const text = unit.text.slice(...constant.typeOf);
  const found: TSESTree.Node[] = [];
  const loop = findNode(unit.ast, replace);
  if (!loop) return found;
  walk(loop, (node) => {
    if (node.type === 'MemberExpression' && unit.text.slice(...node.range) === text) found.push(node);
  });
  return found;
}

/** Properties of a constant, properties of these, and so on, which the loop reads before it writes them; not methods that it calls. */
export function propertiesOf(unit: SourceUnit, uses: readonly TSESTree.Node[]): Range[] {
  const firsts = new Map<string, TSESTree.MemberExpression>();
  for (const use of uses) {
    for (const property of chainFrom(use)) {
      const text = unit.text.slice(...property.range);
      if (!firsts.has(text)) firsts.set(text, property);
    }
  }
  return [...firsts.values()].filter((property) => !isAssigned(property)).map(({ range }) => range);
}

/** `o.a`, `o.a.b` of the use of `o` in `o.a.b.call()` */
function chainFrom(node: TSESTree.Node): TSESTree.MemberExpression[] {
  const { parent: at } = node;
  if (at?.type !== 'MemberExpression' || at.object !== node) return [];
  const isCalled = at.parent.type === 'CallExpression' && at.parent.callee === at;
  return isCalled ? [] : [at, ...chainFrom(at)];
}

function isAssigned(node: TSESTree.MemberExpression): boolean {
  const { parent } = node;
  return (
    parent.type === 'UpdateExpression' || (parent.type === 'AssignmentExpression' && parent.left === node)
  );
}

/** Whether anything before the loop has to do with the variable, and so might narrow its type; undefined where there is none. */
export function isTouchedBefore(
  unit: SourceUnit,
  { replace }: RewritePlan,
  range: Range,
): boolean | undefined {
  const references = variableAt(unit, range)?.references;
  return references?.some(({ identifier }) => identifier.range[0] < replace[0]);
}

function isVariable({ name, value }: ConstantPlan): boolean {
  return value.length === 1 && value[0] === name;
}
