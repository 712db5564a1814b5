/** Evaluates one iteration of a loop, with its items symbolic and the variables around it as places. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Effect } from '../../model/index.ts';
import type { FunctionNode, LoopSite } from '../analysis.ts';
import { unwrap } from '../ast.ts';
import type { Run } from '../run.ts';
import { thisTypeAround } from '../values/class-types.ts';
import { inferType } from '../values/infer.ts';
import { anyType, elementsOfType, typeOfKind } from '../values/type.ts';
import type { Type } from '../values/type.ts';
import { nothing, placeValue, primitive, undefinedValue } from '../values/value.ts';
import { callValue } from './calls.ts';
import { confirmConversions } from './converted.ts';
import { evaluate } from './expressions.ts';
import { unknownSteps } from '../summaries/compact.ts';
import { evaluateSafely } from '../summaries/summarize.ts';
import { addReturn, bindVariable, createFrame, emit } from './frame.ts';
import type { Frame } from './frame.ts';
import { bindItems, evaluateItemDefaults } from './loop-items.ts';
import { renewedVariables } from './renewed.ts';
import { evaluateStatement } from './statements.ts';

/** @param isEnough ends the evaluation with an effect that settles the question: then the frame says so */
export function evaluateLoopBody(
  run: Run,
  site: LoopSite,
  isEnough?: (effect: Effect, frame: Frame) => boolean,
): Frame {
  const { unit, node, body, callback } = site;
  const frame = createFrame(run, unit, callback?.range ?? body.range, false);
  if (isEnough) frame.isEnough = (effect) => isEnough(effect, frame);
  const isOwnThis = callback !== undefined && callback.type !== 'ArrowFunctionExpression';
  frame.thisValue = isOwnThis
    ? undefinedValue
    : placeValue({ root: { kind: 'this' }, path: [] }, thisTypeAround(run, unit, node));
  const type = itemType(run, frame, node);
  bindItems(frame, site, type);
  for (const variable of renewedVariables(site)) frame.variables.set(variable, nothing);
  const isDone = evaluateSafely(run, frame, () => {
    evaluateOnce(frame, site, type);
  });
  frame.steps = isDone
    ? confirmConversions(frame.steps)
    : [...unknownSteps(node.range, 'the loop is too involved')];
  return frame;
}

/** Evaluates an expression of the loop's head by itself. */
export function evaluateAlone(run: Run, { unit, node }: LoopSite, expression: TSESTree.Node): Frame {
  const frame = createFrame(run, unit, expression.range, false);
  frame.thisValue = placeValue({ root: { kind: 'this' }, path: [] }, thisTypeAround(run, unit, node));
  const isDone = evaluateSafely(run, frame, () => {
    evaluate(frame, expression);
  });
  frame.steps = isDone
    ? confirmConversions(frame.steps)
    : [...unknownSteps(expression.range, 'the head is too involved')];
  return frame;
}

function evaluateOnce(frame: Frame, site: LoopSite, type: Type): void {
  const { loop, node, body, callback } = site;
  evaluateItemDefaults(frame, site, type);
  if (callback) {
    if (body.type === 'BlockStatement') evaluateStatement(frame, body);
    else addReturn(frame, evaluate(frame, body));
    if (loop.form === 'reduce') keepAccumulator(frame, callback);
  } else if (node.type === 'CallExpression') callNamedCallback(frame, node, body);
  else {
    const isOpen = loop.space.kind === 'open';
    if (isOpen && 'test' in node && node.test) evaluate(frame, node.test);
    evaluateStatement(frame, body);
    if (isOpen && node.type === 'ForStatement' && node.update) evaluate(frame, node.update);
  }
}

/** `xs.map(score)` */
function callNamedCallback(frame: Frame, node: TSESTree.CallExpression, callback: TSESTree.Node): void {
  const callee = evaluate(frame, callback);
  const args = [
    placeValue({ root: { kind: 'item', name: 'item' }, path: [] }, itemType(frame.run, frame, node)),
    primitive('number'),
  ];
  const name = frame.unit.text.slice(callback.range[0], callback.range[1]);
  const site = {
    range: callback.range,
    name,
    thisValue: undefinedValue,
    args: args.map((value) => ({ value, subscript: undefined })),
    isNew: false,
  };
  const result = callValue(frame, site, callee);
  // What one call returns is asked for by the node of the loop, since no node of its own stands for the call.
  frame.values.set(node, result);
  addReturn(frame, result);
}

function itemType(run: Run, frame: Frame, node: TSESTree.Node): Type {
  if (node.type === 'ForOfStatement') return elementsOfType(inferType(run, node.right, frame.unit));
  if (node.type === 'ForInStatement') return typeOfKind('string');
  if (node.type !== 'CallExpression') return anyType;
  const callee = unwrap(node.callee);
  if (callee.type !== 'MemberExpression') return anyType;
  const isFrom = callee.object.type === 'Identifier' && callee.object.name === 'Array';
  const iterable = isFrom ? node.arguments[0] : callee.object;
  if (iterable?.type === 'ObjectExpression') return typeOfKind('undefined');
  return iterable ? elementsOfType(inferType(run, iterable, frame.unit)) : anyType;
}

/** What `reduce`'s callback returns is the accumulator of the next iteration. */
function keepAccumulator(frame: Frame, callback: FunctionNode): void {
  const [accumulator] = callback.params;
  const target = accumulator?.type === 'AssignmentPattern' ? accumulator.left : accumulator;
  if (target?.type !== 'Identifier') return;
  const variable = frame.scopes.variableOf(target);
  if (!variable) return;
  const root = { kind: 'binding' as const, id: frame.scopes.idOf(variable), name: variable.name };
  emit(frame, { kind: 'write', place: { root, path: [] }, operator: '=' }, callback.body.range);
  bindVariable(frame, variable, frame.returns);
}
