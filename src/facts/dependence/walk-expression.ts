/**
 * Purpose: visit an expression in evaluation order.
 * Input: a recorder, the state before.
 * Guarantee: every access of the expression is recorded with the state that holds when it happens.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Polynomial } from '../../model/index.ts';
import type { Recorder } from './recorder.ts';
import type { State } from './state.ts';
import { add, constant, multiply, subtract } from './polynomial.ts';
import { forget, join } from './state.ts';
import { bare, childrenOf } from './syntax.ts';
import { walkFunctionBody } from './walk-statement.ts';

type Node = TSESTree.Node;

/** The state after evaluating `node`. */
export function evaluate(recorder: Recorder, node: Node | null | undefined, state: State): State {
  if (!node) return state;
  switch (node.type) {
    case 'Identifier':
      return recorder.read(node, state);
    case 'AssignmentExpression':
      return evaluateAssignment(recorder, node, state);
    case 'UpdateExpression':
      return evaluateUpdate(recorder, node, state);
    case 'LogicalExpression':
      return maybe(recorder, evaluate(recorder, node.left, state), (s) => evaluate(recorder, node.right, s));
    case 'ConditionalExpression':
      return evaluateConditional(recorder, node, state);
    case 'ChainExpression':
      return recorder.fire(
        node,
        maybe(recorder, state, (s) => evaluate(recorder, node.expression, s)),
      );
    case 'MemberExpression':
      return recorder.fire(node, evaluateReference(recorder, node, state));
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return evaluateFunction(recorder, node, state);
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition': {
      const keyed = node.computed ? evaluate(recorder, node.key, state) : state;
      return recorder.fire(node, evaluate(recorder, node.value, keyed));
    }
    default:
      return evaluateOther(recorder, node, state);
  }
}

function evaluateOther(recorder: Recorder, node: Node, state: State): State {
  const wrapped = bare(node);
  if (wrapped !== node) return recorder.fire(node, evaluate(recorder, wrapped, state));
  if (node.type.startsWith('TS') && node.type !== 'TSInstantiationExpression') return state;
  const after = childrenOf(node).reduce((s, child) => evaluate(recorder, child, s), state);
  return recorder.fire(node, after);
}

/** Evaluates something that may be skipped. */
function maybe(recorder: Recorder, state: State, visit: (state: State) => State): State {
  recorder.branches += 1;
  const after = visit(state);
  recorder.branches -= 1;
  return join(state, after) ?? state;
}

function evaluateConditional(recorder: Recorder, node: TSESTree.ConditionalExpression, before: State): State {
  const state = evaluate(recorder, node.test, before);
  recorder.branches += 1;
  const yes = evaluate(recorder, node.consequent, state);
  const no = evaluate(recorder, node.alternate, state);
  recorder.branches -= 1;
  return join(yes, no) ?? state;
}

/** The object and the computed key of a member expression, without the access itself. */
function evaluateReference(recorder: Recorder, node: TSESTree.MemberExpression, state: State): State {
  const object = evaluate(recorder, node.object, state);
  return node.computed ? evaluate(recorder, node.property, object) : object;
}

function evaluateAssignment(recorder: Recorder, node: TSESTree.AssignmentExpression, before: State): State {
  const target = bare(node.left);
  if (node.operator === '=') return assignTo(recorder, target, node.right, before);
  if (target.type === 'MemberExpression') return updateMember(recorder, target, node, before);
  if (target.type !== 'Identifier') return evaluate(recorder, node.right, before);
  const read = recorder.read(target, before);
  const finish = (state: State) => {
    const after = evaluate(recorder, node.right, state);
    return recorder.write(target, compoundValue(recorder, node, before, after), after);
  };
  return isShortCircuit(node.operator) ? maybe(recorder, read, finish) : finish(read);
}

const isShortCircuit = (operator: string): boolean => ['&&=', '||=', '??='].includes(operator);

function compoundValue(
  recorder: Recorder,
  { left, operator, right }: TSESTree.AssignmentExpression,
  before: State,
  after: State,
): Polynomial | undefined {
  const operations: Readonly<Record<string, typeof add>> = { '+=': add, '-=': subtract, '*=': multiply };
  const old = recorder.valueOf(left, before);
  const operand = recorder.valueOf(right, after);
  return old && operand && operations[operator]?.(old, operand);
}

function updateMember(
  recorder: Recorder,
  target: TSESTree.MemberExpression,
  node: TSESTree.AssignmentExpression,
  before: State,
): State {
  const read = recorder.fire(target, evaluateReference(recorder, target, before), 'read');
  const finish = (state: State) => recorder.fire(target, evaluate(recorder, node.right, state), 'write');
  return isShortCircuit(node.operator) ? maybe(recorder, read, finish) : finish(read);
}

function evaluateUpdate(recorder: Recorder, node: TSESTree.UpdateExpression, before: State): State {
  const target = bare(node.argument);
  if (target.type === 'MemberExpression') {
    return recorder.fire(target, evaluateReference(recorder, target, before));
  }
  if (target.type !== 'Identifier') return before;
  const old = recorder.valueOf(target, before);
  const value = old && add(old, constant(node.operator === '++' ? 1 : -1));
  return recorder.write(target, value, recorder.read(target, before));
}

/** `target = right`, where the target may be a pattern. */
export function assignTo(recorder: Recorder, target: Node, right: Node | null, before: State): State {
  if (target.type === 'MemberExpression') {
    const reference = evaluateReference(recorder, target, before);
    return recorder.fire(target, evaluate(recorder, right, reference), 'write');
  }
  const state = evaluate(recorder, right, before);
  if (target.type !== 'Identifier') return assignPattern(recorder, target, state);
  const value = right ? recorder.valueOf(right, state) : undefined;
  return recorder.fire(target, recorder.write(target, value, state));
}

/** Assigns the parts of a destructuring pattern unknown values. */
export function assignPattern(recorder: Recorder, pattern: Node, state: State): State {
  switch (pattern.type) {
    case 'ArrayPattern':
      return recorder.fire(
        pattern,
        pattern.elements.reduce((s, p) => (p ? assignPattern(recorder, p, s) : s), state),
      );
    case 'ObjectPattern':
      return recorder.fire(
        pattern,
        pattern.properties.reduce((s, p) => assignProperty(recorder, p, s), state),
      );
    case 'AssignmentPattern':
      return assignPattern(
        recorder,
        pattern.left,
        maybe(recorder, state, (s) => evaluate(recorder, pattern.right, s)),
      );
    case 'RestElement':
      return assignPattern(recorder, pattern.argument, state);
    default:
      return assignTo(recorder, bare(pattern), null, state);
  }
}

function assignProperty(
  recorder: Recorder,
  property: TSESTree.Property | TSESTree.RestElement,
  state: State,
): State {
  if (property.type === 'RestElement') return assignPattern(recorder, property.argument, state);
  const keyed = property.computed ? evaluate(recorder, property.key, state) : state;
  return recorder.fire(property, assignPattern(recorder, property.value, keyed));
}

/** A function may run at any later time, any number of times: what it writes is unknown from here on. */
function evaluateFunction(
  recorder: Recorder,
  node: TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression,
  state: State,
): State {
  const forgotten = forget(state, recorder.writes.inside(node.range));
  walkFunctionBody(recorder, node, forgotten);
  return recorder.fire(node, forgotten);
}
