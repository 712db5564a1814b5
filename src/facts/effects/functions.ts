/** Evaluates a function's parameters and body, for its summary. */
import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../analysis.ts';
import { parameterType } from '../values/evidence.ts';
import { anyType, typeOfKind } from '../values/type.ts';
import { functionValue, placeValue, primitive } from '../values/value.ts';
import type { Value } from '../values/value.ts';
import { assignPattern } from './patterns.ts';
import { evaluate } from './expressions.ts';
import { writeMember } from './members.ts';
import { addReturn, allocate, bindVariable, putInto } from './frame.ts';
import type { Frame } from './frame.ts';
import { evaluateStatement } from './statements.ts';
import { objectValue } from '../values/value.ts';

/** With parameters symbolic, `root: param`. */
export function evaluateFunctionBody(frame: Frame, node: FunctionNode): void {
  bindOwnName(frame, node);
  bindArguments(frame, node);
  node.params.forEach((parameter, index) => {
    assignPattern(frame, unwrapParameter(parameter), symbolicParameter(frame, parameter, index), 'declare');
    if (parameter.type === 'TSParameterProperty') setParameterProperty(frame, parameter);
  });
  if (node.body.type === 'BlockStatement') {
    evaluateStatement(frame, node.body);
    addReturn(frame, primitive('undefined'));
  } else {
    addReturn(frame, evaluate(frame, node.body));
  }
}

function symbolicParameter(frame: Frame, parameter: TSESTree.Parameter, index: number): Value {
  const type = parameterType(frame.run, frame.unit, parameter);
  if (parameter.type !== 'RestElement') return placeValue({ root: { kind: 'param', index }, path: [] }, type);
  const rest = allocate(frame, `rest ${parameter.range[0]}`, () => restArray(parameter));
  const place = { root: { kind: 'param' as const, index }, path: [{ kind: 'all' as const }] };
  putInto(frame, rest, { kind: 'unknown' }, placeValue(place, anyType));
  return objectValue(rest);
}

/** `constructor(private width: number)` puts the argument, or its default, into the new object. */
function setParameterProperty(frame: Frame, { parameter, range }: TSESTree.TSParameterProperty): void {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  const key = { kind: 'name' as const, name: target.name };
  writeMember(frame, { range }, frame.thisValue, key, evaluate(frame, target), '=');
}

function restArray(node: TSESTree.Node) {
  return {
    site: node.range,
    type: typeOfKind('array'),
    fields: new Map(),
    elements: primitive(),
    instanceOf: undefined,
    getters: new Map(),
    setters: new Map(),
  };
}

function unwrapParameter(parameter: TSESTree.Parameter): TSESTree.Node {
  if (parameter.type === 'TSParameterProperty') return parameter.parameter;
  return parameter.type === 'RestElement' ? parameter.argument : parameter;
}

function bindOwnName(frame: Frame, node: FunctionNode): void {
  if (node.type !== 'FunctionExpression' || !node.id) return;
  const variable = frame.scopes.variableOf(node.id);
  if (variable) bindVariable(frame, variable, functionValue(node, frame.unit));
}

/** `arguments` holds every parameter, those without a name too. */
function bindArguments(frame: Frame, node: FunctionNode): void {
  const scope = frame.unit.scopes.acquire(node);
  const variable = scope?.set.get('arguments');
  if (!variable || variable.references.length === 0) return;
  const object = allocate(frame, `arguments ${node.range[0]}`, () => restArray(node));
  for (let index = 0; index < node.params.length + 4; index++) {
    const place = { root: { kind: 'param' as const, index }, path: [] };
    putInto(frame, object, { kind: 'unknown' }, placeValue(place, anyType));
  }
  bindVariable(frame, variable, objectValue(object));
}
