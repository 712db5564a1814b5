/** Evaluates expressions in JavaScript's order. Coercions of objects by operators are taken as plain (docs/semantics.md). */
import type { TSESTree } from '@typescript-eslint/types';
import type { Key } from '../../model/index.ts';
import { childrenOf } from '../ast.ts';
import { annotationType } from '../values/evidence.ts';
import { joinTypes, noType, typeOfKind } from '../values/type.ts';
import {
  functionValue,
  joinValues,
  nothing,
  primitive,
  undefinedValue,
  unknownValue,
  withType,
} from '../values/value.ts';
import type { Value } from '../values/value.ts';
import { evaluateAssignment, evaluateUpdate } from './assignments.ts';
import { evaluateCall, evaluateNew, evaluateTaggedTemplate } from './calls.ts';
import { evaluateClass } from './classes.ts';
import { evaluateArray, evaluateObject, evaluateRegExp } from './literals.ts';
import { addYield, conditionally, emit } from './frame.ts';
import type { Frame } from './frame.ts';
import { readIdentifier } from './identifiers.ts';
import { iterate } from './iteration.ts';
import { deleteMember, keyOf, placeOf, readMember } from './members.ts';
import { runTraps } from './proxies.ts';
import { escape } from './escape.ts';
import { coerce } from './protocols.ts';
import { tellApart } from './identity.ts';
import { captureReads } from './closures.ts';

/** Nested deeper than this (generated code), an expression is `unknown`. */
const maxDepth = 300;

/** What the expression may be; its effects go to the frame. */
export function evaluate(frame: Frame, node: TSESTree.Node): Value {
  if (frame.depth >= maxDepth) {
    emit(frame, { kind: 'unknown', why: 'nested too deeply' }, node.range);
    return unknownValue('nested too deeply');
  }
  frame.depth++;
  const value = evaluateNode(frame, node);
  frame.depth--;
  const known = frame.values.get(node);
  frame.values.set(node, known ? joinValues(known, value) : value);
  return value;
}

function evaluateNode(frame: Frame, node: TSESTree.Node): Value {
  switch (node.type) {
    case 'Literal':
      return evaluateLiteral(frame, node);
    case 'Identifier':
      return readIdentifier(frame, node);
    case 'MemberExpression':
      return evaluateMember(frame, node);
    case 'CallExpression':
      return evaluateCall(frame, node);
    case 'NewExpression':
      return evaluateNew(frame, node);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return evaluateSpine(frame, node);
    case 'AssignmentExpression':
      return evaluateAssignment(frame, node);
    case 'UpdateExpression':
      return evaluateUpdate(frame, node);
    case 'UnaryExpression':
      return evaluateUnary(frame, node);
    case 'ConditionalExpression':
      evaluate(frame, node.test);
      return conditionally(frame, () =>
        joinValues(evaluate(frame, node.consequent), evaluate(frame, node.alternate)),
      );
    case 'ObjectExpression':
      return evaluateObject(frame, node);
    case 'ArrayExpression':
      return evaluateArray(frame, node);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      captureReads(frame, node);
      return functionValue(node, frame.unit);
    case 'ClassExpression':
      return evaluateClass(frame, node);
    default:
      return evaluateRareNode(frame, node);
  }
}

function evaluateRareNode(frame: Frame, node: TSESTree.Node): Value {
  switch (node.type) {
    case 'TemplateLiteral':
      for (const part of node.expressions) coerce(frame, evaluate(frame, part), part.range);
      return primitive('string');
    case 'TaggedTemplateExpression':
      return evaluateTaggedTemplate(frame, node);
    case 'ChainExpression':
      return joinValues(evaluate(frame, node.expression), undefinedValue);
    case 'SequenceExpression':
      return node.expressions.map((part) => evaluate(frame, part)).at(-1) ?? nothing;
    case 'ThisExpression':
      emit(frame, { kind: 'read', place: { root: { kind: 'this' }, path: [] } }, node.range);
      return frame.thisValue;
    case 'AwaitExpression':
      return evaluateAwait(frame, node);
    case 'YieldExpression':
      return evaluateYield(frame, node);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
      return evaluateAssertion(frame, node);
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
      return evaluate(frame, node.expression);
    case 'MetaProperty':
      return node.meta.name === 'import' ? unknownValue('import.meta') : unknownValue('new.target');
    case 'PrivateIdentifier':
      return primitive('string');
    default:
      return evaluateUnknownNode(frame, node);
  }
}

/** import(), JSX, decorators and what is yet to come: their parts are evaluated, what is done with them isn't known. */
function evaluateUnknownNode(frame: Frame, node: TSESTree.Node): Value {
  if (/^JSX(?:Text|EmptyExpression|Identifier)$/.test(node.type)) return primitive('string');
  for (const child of childrenOf(node)) {
    if (!/^TS/.test(child.type)) escape(frame, evaluate(frame, child), child.range);
  }
  if (!/^JSX(?!Element|Fragment)/.test(node.type))
    emit(frame, { kind: 'unknown', why: node.type }, node.range);
  return unknownValue(node.type);
}

function evaluateLiteral(frame: Frame, node: TSESTree.Literal): Value {
  if ('regex' in node) return evaluateRegExp(frame, node);
  if ('bigint' in node) return primitive('bigint');
  if (node.value === null) return primitive('null');
  return primitive(typeof node.value);
}

function evaluateMember(frame: Frame, node: TSESTree.MemberExpression): Value {
  if (node.object.type === 'Super') {
    emit(frame, { kind: 'unknown', why: 'super property' }, node.range);
    return unknownValue('super property');
  }
  const object = evaluate(frame, node.object);
  const read = () => readMember(frame, node, object, keyOf(frame, node));
  return node.optional ? joinValues(conditionally(frame, read), undefinedValue) : read();
}

/** `a + b + c + …` leans to the left, thousands deep in generated code: iterative. */
function evaluateSpine(frame: Frame, node: TSESTree.BinaryExpression | TSESTree.LogicalExpression): Value {
  const spine: (TSESTree.BinaryExpression | TSESTree.LogicalExpression)[] = [];
  let at: TSESTree.Node = node;
  while (at.type === 'BinaryExpression' || at.type === 'LogicalExpression') {
    spine.push(at);
    at = at.left;
  }
  let left = evaluate(frame, at);
  for (const operation of spine.reverse()) {
    left =
      operation.type === 'LogicalExpression'
        ? joinValues(
            left,
            conditionally(frame, () => evaluate(frame, operation.right)),
          )
        : operateOn(frame, operation, left);
    if (operation !== node) frame.values.set(operation, left);
  }
  return left;
}

function operateOn(frame: Frame, operation: TSESTree.BinaryExpression, left: Value): Value {
  const { operator, right: node, range } = operation;
  const right = evaluate(frame, node);
  if (operator === 'in') {
    coerce(frame, left, range);
    readPresence(frame, operation, right);
  }
  if (/^[!=]==?$/.test(operator)) tellApart(frame, left, right, range);
  if (!/^(?:[!=]==|in|instanceof)$/.test(operator)) {
    coerce(frame, left, range);
    coerce(frame, right, range);
  }
  return operate(operator, left, right);
}

/** `'k' in object` sees whether somebody wrote or deleted the property. */
function readPresence(frame: Frame, { left, range }: TSESTree.BinaryExpression, object: Value): void {
  const isName = left.type === 'Literal' && typeof left.value === 'string';
  const key: Key = isName ? { kind: 'name', name: left.value } : { kind: 'unknown' };
  for (const ref of object.refs.values()) {
    const place = placeOf(frame, ref, key);
    if (place) emit(frame, { kind: 'read', place }, range);
    runTraps(frame, { range }, ref);
  }
}

const comparisons = new Set(['==', '!=', '===', '!==', '<', '<=', '>', '>=', 'in', 'instanceof']);

/** The result of an arithmetic or comparing operator: always a primitive. */
export function operate(operator: string, left: Value, right: Value): Value {
  if (comparisons.has(operator)) return primitive('boolean');
  const kinds = new Set([...left.type, ...right.type].map((atom) => atom.kind));
  const mayBe = (kind: 'string' | 'bigint') => kinds.has(kind) || kinds.has('any');
  let type = typeOfKind('number');
  if (mayBe('bigint')) type = joinTypes(type, typeOfKind('bigint'));
  const isConcat = operator === '+' && (mayBe('string') || left.refs.size + right.refs.size > 0);
  if (isConcat) type = joinTypes(type, typeOfKind('string'));
  return { refs: new Map(), type };
}

function evaluateUnary(frame: Frame, node: TSESTree.UnaryExpression): Value {
  if (node.operator === 'delete') return deleteMember(frame, node);
  const argument = evaluate(frame, node.argument);
  if (/^[-+~]$/.test(node.operator)) coerce(frame, argument, node.range);
  switch (node.operator) {
    case 'typeof':
      return primitive('string');
    case '!':
      return primitive('boolean');
    case 'void':
      return undefinedValue;
    default:
      return operate(node.operator === '+' ? '*' : node.operator, argument, argument);
  }
}

function evaluateAwait(frame: Frame, node: TSESTree.AwaitExpression): Value {
  const awaited = evaluate(frame, node.argument);
  emit(frame, { kind: 'await' }, node.range);
  escape(frame, awaited, node.range);
  return joinValues(awaited, readMember(frame, node, awaited, { kind: 'unknown' }));
}

function evaluateYield(frame: Frame, node: TSESTree.YieldExpression): Value {
  const given = node.argument ? evaluate(frame, node.argument) : undefinedValue;
  addYield(frame, node.delegate ? iterate(frame, given, node) : given);
  emit(frame, { kind: 'yield' }, node.range);
  return unknownValue('yield');
}

function evaluateAssertion(
  frame: Frame,
  node: TSESTree.TSAsExpression | TSESTree.TSTypeAssertion | TSESTree.TSSatisfiesExpression,
): Value {
  const value = evaluate(frame, node.expression);
  const isKnown = [...value.type].every((atom) => atom.kind !== 'any');
  if (isKnown && value.type !== noType) return value;
  const type = annotationType(frame.run, frame.unit, node.typeAnnotation);
  return [...type].some((atom) => atom.kind === 'any') ? value : withType(value, type);
}
