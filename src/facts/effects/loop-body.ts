/** Evaluates one iteration of a loop, with its items symbolic and the variables around it as places. */
import type { TSESTree } from '@typescript-eslint/types';
import type { LoopSite } from '../analysis.ts';
import { contains, unwrap } from '../ast.ts';
import { itemVariables } from '../loop-items.ts';
import type { Run } from '../run.ts';
import { declaredRange } from '../scopes.ts';
import type { Variable } from '../scopes.ts';
import { patternType } from '../values/evidence.ts';
import { inferType } from '../values/infer.ts';
import { anyType, elementsOfType, numberType, typeOfKind } from '../values/type.ts';
import type { Type } from '../values/type.ts';
import { nothing, placeValue, primitive, undefinedValue } from '../values/value.ts';
import type { Value } from '../values/value.ts';
import { callValue } from './calls.ts';
import { evaluate } from './expressions.ts';
import { unknownSteps } from '../summaries/compact.ts';
import { evaluateSafely } from '../summaries/summarize.ts';
import { addReturn, createFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import { evaluateStatement } from './statements.ts';

export function evaluateLoopBody(run: Run, site: LoopSite): Frame {
  const { unit, node, body, callback } = site;
  const frame = createFrame(run, unit, callback?.range ?? body.range, false);
  const isOwnThis = callback !== undefined && callback.type !== 'ArrowFunctionExpression';
  frame.thisValue = isOwnThis ? undefinedValue : placeValue({ root: { kind: 'this' }, path: [] }, anyType);
  bindItems(run, frame, site);
  for (const variable of bodyOnlyVariables(site)) frame.variables.set(variable, nothing);
  const isDone = evaluateSafely(run, frame, () => evaluateOnce(frame, site));
  if (!isDone) frame.steps = [...unknownSteps(node.range, 'the loop is too involved')];
  return frame;
}

function evaluateOnce(frame: Frame, { loop, node, body, callback }: LoopSite): void {
  if (callback) {
    if (body.type === 'BlockStatement') evaluateStatement(frame, body);
    else addReturn(frame, evaluate(frame, body));
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
  addReturn(frame, callValue(frame, site, callee));
}

function bindItems(run: Run, frame: Frame, { unit, node, loop, callback }: LoopSite): void {
  const type = itemType(run, frame, node);
  const items = itemVariables(unit, node, loop.form, callback);
  const isWhole =
    items.filter(({ role }) => role === 'item').length === 1 && isSimpleItem(node, callback?.params);
  for (const { variable, role } of items)
    frame.variables.set(variable, itemValue(unit, variable, role, isWhole ? type : anyType));
  if (callback) bindOtherParameters(frame, callback.params);
}

function itemValue(unit: Frame['unit'], variable: Variable, role: 'item' | 'index', type: Type): Value {
  if (role === 'index') return { refs: new Map(), type: numberType };
  const [identifier] = variable.identifiers;
  const annotated = identifier ? patternType(unit, identifier) : anyType;
  return placeValue(
    { root: { kind: 'item', name: variable.name }, path: [] },
    annotated === anyType ? type : annotated,
  );
}

function isSimpleItem(node: TSESTree.Node, params: readonly TSESTree.Parameter[] | undefined): boolean {
  if (params) return params.every(({ type }) => type === 'Identifier');
  if (node.type !== 'ForOfStatement' && node.type !== 'ForInStatement') return false;
  const target = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left;
  return target?.type === 'Identifier';
}

/** The accumulator of `reduce` and the array itself: known by their own names. */
function bindOtherParameters(frame: Frame, params: readonly TSESTree.Parameter[]): void {
  for (const parameter of params) {
    const inner = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    if (inner.type !== 'Identifier') continue;
    const variable = frame.scopes.variableOf(inner);
    if (!variable || frame.variables.has(variable)) continue;
    const root = { kind: 'binding' as const, id: frame.scopes.idOf(variable), name: variable.name };
    frame.variables.set(variable, placeValue({ root, path: [] }, patternType(frame.unit, inner)));
  }
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

/** `var` and outer `let` that live in the body alone and are initialised there first: as good as block-scoped. */
function bodyOnlyVariables({ unit, body }: LoopSite): readonly Variable[] {
  const found: Variable[] = [];
  for (const scope of unit.scopes.scopes) {
    for (const variable of scope.variables) {
      const [def] = variable.defs;
      if (variable.defs.length !== 1 || def?.type !== 'Variable' || def.parent.kind !== 'var') continue;
      if (contains(body.range, declaredRange(variable)) && isInitialisedFirst(variable, def.node))
        found.push(variable);
    }
  }
  return found;
}

/** All uses stand in the block of the declaration, after its initialiser. */
function isInitialisedFirst(variable: Variable, declarator: TSESTree.VariableDeclarator): boolean {
  const block = declarator.parent.parent;
  if (!declarator.init || block?.type !== 'BlockStatement') return false;
  return variable.references.every(
    ({ identifier }) => contains(block.range, identifier.range) && identifier.range[0] >= declarator.range[0],
  );
}
