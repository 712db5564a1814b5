/** The type of an expression from its syntax alone, for variables around the evaluated code. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import { kindOfConstructor, lookupGlobal, lookupMethod } from '../builtins/index.ts';
import type { Shape } from '../builtins/index.ts';
import { staticKey, unwrap } from '../ast.ts';
import { shapeType } from '../effects/shapes.ts';
import { regexpType } from '../effects/literals.ts';
import { operate } from '../effects/expressions.ts';
import { findMember } from '../effects/classes.ts';
import type { Run } from '../run.ts';
import { scopeIndexOf } from '../scopes.ts';
import { summarize } from '../summaries/summarize.ts';
import { annotationType } from './annotations.ts';
import { classType } from './class-types.ts';
import { variableType } from './evidence.ts';
import { exportedValue } from './exports.ts';
import { codeOfExpression, outerValue } from './outer.ts';
import { thisTypeAround } from './class-types.ts';
import { checkedType } from './checker.ts';
import { anyType, elementsOfType, fieldOfType, joinTypes, mayBeAny, noType, typeOfKind } from './type.ts';
import type { Atom, ClassRef, Type } from './type.ts';
import type { Value } from './value.ts';

/** Each expression has one type, so that atoms stay comparable. */
export function inferType(run: Run, expression: TSESTree.Node, unit: SourceUnit): Type {
  const { inferred } = run;
  const known = inferred.get(expression);
  if (known) return known;
  inferred.set(expression, anyType);
  const read = infer(run, expression, unit);
  const type = mayBeAny(read) ? checkedOr(read, unit, expression) : read;
  inferred.set(expression, type);
  return type;
}

function checkedOr(type: Type, unit: SourceUnit, node: TSESTree.Node): Type {
  const checked = checkedType(unit, node);
  return checked === anyType ? type : checked;
}

function infer(run: Run, node: TSESTree.Node, unit: SourceUnit): Type {
  switch (node.type) {
    case 'Literal':
      return literalType(node);
    case 'TemplateLiteral':
      return typeOfKind('string');
    case 'ArrayExpression':
      return one({ kind: 'array', elements: once(() => listType(run, node.elements, unit)) });
    case 'ObjectExpression':
      return typeOfKind('object');
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return typeOfKind('function');
    case 'NewExpression':
      return newType(run, node, unit);
    case 'CallExpression':
      return callType(run, node, unit);
    case 'ThisExpression':
      return thisTypeAround(run, unit, node);
    case 'Identifier':
      return identifierType(run, node, unit);
    case 'MemberExpression':
      return memberType(run, node, unit);
    case 'BinaryExpression':
      return binaryType(node);
    case 'UnaryExpression':
      return typeOfKind(node.operator === 'typeof' ? 'string' : node.operator === '!' ? 'boolean' : 'number');
    case 'ConditionalExpression':
      return joinTypes(inferType(run, node.consequent, unit), inferType(run, node.alternate, unit));
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return annotationType(run, unit, node.typeAnnotation);
    default: {
      const inner = unwrap(node);
      return inner === node ? anyType : inferType(run, inner, unit);
    }
  }
}

function one(atom: Atom): Type {
  return new Set([atom]);
}

/** Elements may be asked for while they are being worked out (`xs = [...xs]`): then nothing is known of them. */
function once(compute: () => Type): () => Type {
  let known: Type | undefined;
  return () => {
    if (known) return known;
    known = anyType;
    known = compute();
    return known;
  };
}

function literalType(node: TSESTree.Literal): Type {
  if ('regex' in node) return regexpType(node);
  if ('bigint' in node) return typeOfKind('bigint');
  return node.value === null ? typeOfKind('null') : typeOfKind(typeof node.value);
}

/** Bounded: a table of a million literals is judged by its first ones only when they are all literals. */
const maxElements = 2_000;

function listType(
  run: Run,
  elements: readonly (TSESTree.Expression | TSESTree.SpreadElement | null)[],
  unit: SourceUnit,
): Type {
  if (elements.length > maxElements || elements.length === 0) return anyType;
  let all: Type = noType;
  for (const element of elements) {
    if (!element) all = joinTypes(all, typeOfKind('undefined'));
    else if (element.type === 'SpreadElement') {
      all = joinTypes(all, elementsOfType(inferType(run, element.argument, unit)));
    } else all = joinTypes(all, inferType(run, element, unit));
  }
  return all;
}

function newType(run: Run, node: TSESTree.NewExpression, unit: SourceUnit): Type {
  const callee = unwrap(node.callee);
  if (callee.type !== 'Identifier') return anyType;
  const variable = scopeIndexOf(unit).variableOf(callee);
  if (variable) {
    const [ref] = outerValue(run, variable, unit).refs.values();
    return ref?.kind === 'class' ? classType(run, ref) : anyType;
  }
  const kind = kindOfConstructor(callee.name);
  if (!kind || kind === 'any') return anyType;
  const isNumeric = kind === 'typed-array' || kind === 'buffer';
  return isNumeric ? one({ kind, name: callee.name }) : typeOfKind(kind);
}

/** What a built-in gives; elements that come from its operands aren't followed. */
export function resultType(shape: Shape | undefined): Type {
  if (!shape || shape.is.length > 0) return anyType;
  return shapeType(shape);
}

function callType(run: Run, node: TSESTree.CallExpression, unit: SourceUnit): Type {
  const callee = unwrap(node.callee);
  const path = builtinPath(callee, unit);
  if (path !== undefined) return resultType(lookupGlobal(path, 'call', node.arguments.length)?.returns);
  if (callee.type === 'MemberExpression') {
    const name = staticKey(callee.property, callee.computed);
    const code = codeOfExpression(run, unwrap(callee.object), unit);
    const member = code && name !== undefined ? staticResultType(run, code, name) : undefined;
    if (member) return member;
    const receiver = name === undefined ? anyType : inferType(run, callee.object, unit);
    const results = [...receiver].map(({ kind, instanceOf }) =>
      instanceOf && name !== undefined
        ? methodResultType(run, instanceOf, name, 'method')
        : resultType(lookupMethod(kind, name ?? '', 'call', node.arguments.length)?.returns),
    );
    return results.length > 0 ? results.reduce(joinTypes, noType) : anyType;
  }
  if (callee.type === 'FunctionExpression' && callee.generator) {
    return typeOfKind(callee.async ? 'async-iterator' : 'iterator');
  }
  return callee.type === 'Identifier' ? returnedType(run, callee, unit) : anyType;
}

/** `Image.createFrom(…)`, `utils.zeros(…)` */
function staticResultType(run: Run, code: Value, name: string): Type | undefined {
  const [ref] = code.refs.values();
  if (ref?.kind === 'class') return methodResultType(run, ref, name, 'static');
  if (ref?.kind !== 'namespace') return undefined;
  const value = exportedValue(run, ref.unit, name);
  return value ? resultTypeOf(run, value) : anyType;
}

/** What a method of a class of the project says that it returns. */
function methodResultType(run: Run, owner: ClassRef, name: string, kind: 'method' | 'static'): Type {
  const method = findMember(run, owner, name, kind);
  const annotation = method?.node.returnType?.typeAnnotation;
  return method && annotation ? annotationType(run, method.unit, annotation) : anyType;
}

function returnedType(run: Run, callee: TSESTree.Identifier, unit: SourceUnit): Type {
  const variable = scopeIndexOf(unit).variableOf(callee);
  return variable ? resultTypeOf(run, outerValue(run, variable, unit)) : anyType;
}

function resultTypeOf(run: Run, callee: Value): Type {
  const [ref] = callee.refs.values();
  if (ref?.kind !== 'function') return anyType;
  const annotation = ref.node.returnType?.typeAnnotation;
  if (annotation) return annotationType(run, ref.unit, annotation);
  if (ref.node.generator) return typeOfKind(ref.node.async ? 'async-iterator' : 'iterator');
  if (run.isShallow || ref.node.async) return anyType;
  const { returns } = summarize(run, ref.node, ref.unit);
  const hasPlaces = [...returns.refs.values()].some((returned) => returned.kind !== 'object');
  return hasPlaces || returns.type.size === 0 ? anyType : returns.type;
}

/** `Math.max`, `Array.from`: the dotted path of a global. */
export function builtinPath(node: TSESTree.Node, unit: SourceUnit): string | undefined {
  if (node.type === 'Identifier') return scopeIndexOf(unit).variableOf(node) ? undefined : node.name;
  if (node.type !== 'MemberExpression') return undefined;
  const name = staticKey(node.property, node.computed);
  const object = builtinPath(unwrap(node.object), unit);
  return object === undefined || name === undefined ? undefined : `${object}.${name}`;
}

function identifierType(run: Run, node: TSESTree.Identifier, unit: SourceUnit): Type {
  const variable = scopeIndexOf(unit).variableOf(node);
  if (variable) return variableType(run, variable, unit);
  if (node.name === 'undefined') return typeOfKind('undefined');
  return /^(?:NaN|Infinity)$/.test(node.name) ? typeOfKind('number') : anyType;
}

function memberType(run: Run, node: TSESTree.MemberExpression, unit: SourceUnit): Type {
  const object = inferType(run, node.object, unit);
  const name = staticKey(node.property, node.computed);
  if (name === undefined && isNameOfBytes(run, object, node.property, unit)) return anyType;
  if (name === undefined || /^\d+$/.test(name)) return elementsOfType(object);
  const profiles = [...object].map(({ kind }) => lookupMethod(kind, name, 'read'));
  if (profiles.length > 0 && profiles.every((profile) => profile !== undefined)) {
    return profiles.map((profile) => resultType(profile.returns)).reduce(joinTypes, noType);
  }
  const path = builtinPath(node, unit);
  const profile = path === undefined ? undefined : lookupGlobal(path, 'read');
  return profile ? resultType(profile.returns) : fieldOfType(object, name);
}

/** `pixels[key]`, which gives `pixels.buffer` as well. */
function isNameOfBytes(run: Run, object: Type, key: TSESTree.Node, unit: SourceUnit): boolean {
  const isOfBytes = [...object].some(({ kind }) => kind === 'typed-array' || kind === 'buffer');
  return isOfBytes && mayBeString(run, key, unit);
}

/** Whether a computed key is known to be a string at times: an unknown one counts as a number (docs/semantics.md). */
export function mayBeString(run: Run, key: TSESTree.Node, unit: SourceUnit): boolean {
  if (key.type === 'BinaryExpression')
    return key.operator === '+' && [key.left, key.right].some((part) => mayBeString(run, part, unit));
  const kinds = [...inferType(run, key, unit)].map(({ kind }) => kind);
  return kinds.includes('string') && !kinds.includes('any');
}

function binaryType(node: TSESTree.BinaryExpression): Type {
  if (node.operator !== '+') return operate(node.operator, numeric, numeric).type;
  return joinTypes(typeOfKind('number'), joinTypes(typeOfKind('bigint'), typeOfKind('string')));
}

const numeric = { refs: new Map(), type: typeOfKind('number') };
