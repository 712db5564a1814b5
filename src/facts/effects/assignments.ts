/** `=`, compound and logical assignment, `++` and `--`. */
import type { TSESTree } from '@typescript-eslint/types';
import { unwrap } from '../ast.ts';
import { joinValues } from '../values/value.ts';
import type { Value } from '../values/value.ts';
import { evaluate, operate } from './expressions.ts';
import { conditionally } from './frame.ts';
import type { Frame } from './frame.ts';
import { keyOf, readMember, writeMember } from './members.ts';
import { assignPattern, assignVariable } from './patterns.ts';
import { coerce } from './protocols.ts';
import { primitive } from '../values/value.ts';

export function evaluateAssignment(frame: Frame, node: TSESTree.AssignmentExpression): Value {
  const target = unwrap(node.left);
  if (node.operator === '=') return evaluatePlain(frame, target, node.right);
  if (target.type === 'MemberExpression') return evaluateCompoundMember(frame, target, node);
  const before = evaluate(frame, target);
  const { operator } = node;
  if (isLogical(operator)) {
    return conditionally(frame, () => {
      const after = evaluate(frame, node.right);
      assignPattern(frame, target, joinValues(before, after), operator);
      return joinValues(before, after);
    });
  }
  const after = combine(frame, node, before, evaluate(frame, node.right));
  assignPattern(frame, target, after, operator);
  return after;
}

/** The object and key of a member are evaluated before the right side, patterns' members after it. */
function evaluatePlain(frame: Frame, target: TSESTree.Node, right: TSESTree.Node): Value {
  if (target.type === 'MemberExpression' && target.object.type !== 'Super') {
    const object = evaluate(frame, target.object);
    const key = keyOf(frame, target);
    const value = evaluate(frame, right);
    writeMember(frame, target, object, key, value, '=');
    return value;
  }
  const value = evaluate(frame, right);
  assignPattern(frame, target, value, '=');
  return value;
}

function evaluateCompoundMember(
  frame: Frame,
  target: TSESTree.MemberExpression,
  node: TSESTree.AssignmentExpression,
): Value {
  const object = evaluate(frame, target.object);
  const key = keyOf(frame, target);
  const before = readMember(frame, target, object, key);
  const finish = (): Value => {
    const right = evaluate(frame, node.right);
    const isChoice = isLogical(node.operator);
    const after = isChoice ? joinValues(before, right) : combine(frame, node, before, right);
    writeMember(frame, target, object, key, after, node.operator);
    return after;
  };
  return isLogical(node.operator) ? conditionally(frame, finish) : finish();
}

/** `a += b` converts both. */
function combine(frame: Frame, node: TSESTree.AssignmentExpression, before: Value, right: Value): Value {
  coerce(frame, before, node.left.range);
  coerce(frame, right, node.right.range);
  return operate(node.operator.slice(0, -1), before, right);
}

function isLogical(operator: string): boolean {
  return operator === '&&=' || operator === '||=' || operator === '??=';
}

export function evaluateUpdate(frame: Frame, node: TSESTree.UpdateExpression): Value {
  const target = unwrap(node.argument);
  const after = primitive('number');
  if (target.type === 'MemberExpression') {
    const object = evaluate(frame, target.object);
    const key = keyOf(frame, target);
    readMember(frame, target, object, key);
    writeMember(frame, target, object, key, after, node.operator);
  } else if (target.type === 'Identifier') {
    evaluate(frame, target);
    assignVariable(frame, target, after, node.operator);
  }
  return after;
}
