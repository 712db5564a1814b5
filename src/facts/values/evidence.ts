/** Evidence of kinds: TypeScript annotations, JSDoc, and initialisers. Trusted as written (docs/semantics.md). */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import { enclosingFunction, isFunction } from '../ast.ts';
import type { Run } from '../run.ts';
import type { Variable } from '../scopes.ts';
import { annotationType } from './annotations.ts';
import { importedValue } from './exports.ts';
import { inferType, resultType } from './infer.ts';
import { lookupMethod } from '../builtins/index.ts';
import { jsdocParameterType, jsdocVariableType } from './jsdoc.ts';
import { checkedType } from './checker.ts';
import { arePartsLeftAlone, isLeftAlone } from './left-alone.ts';
import {
  anyType,
  elementsOfType,
  fieldOfType,
  joinTypes,
  mayBeAny,
  noType,
  typeOfKind,
  withBareElements,
  withoutElements,
} from './type.ts';
import type { Type } from './type.ts';
import { staticKey } from '../ast.ts';

export { annotationType } from './annotations.ts';

/** The type of a parameter by its annotation or JSDoc; an optional one may be undefined, which a default replaces. */
export function parameterType(run: Run, unit: SourceUnit, parameter: TSESTree.Parameter): Type {
  const inner = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const type = patternType(run, unit, inner);
  if (type !== anyType)
    return inner.type === 'AssignmentPattern' ? joinTypes(type, typeOfKind('undefined')) : type;
  const name = inner.type === 'AssignmentPattern' ? inner.left : inner;
  if (name.type !== 'Identifier') return anyType;
  const owner = enclosingFunction(parameter);
  return isFunction(owner) ? jsdocParameterType(unit, owner, name.name) : anyType;
}

/** The type that the annotation on a pattern gives. */
export function patternType(run: Run, unit: SourceUnit, target: TSESTree.Node): Type {
  if (target.type === 'AssignmentPattern') return patternType(run, unit, target.left);
  const annotation = 'typeAnnotation' in target ? target.typeAnnotation : undefined;
  if (annotation?.type !== 'TSTypeAnnotation') return anyType;
  const type = annotationType(run, unit, annotation.typeAnnotation);
  const isOptional = 'optional' in target && target.optional;
  return isOptional && type !== anyType ? joinTypes(type, typeOfKind('undefined')) : type;
}

/** Members of an enum are numbers or strings, and so are the names that numbers lead back to. */
const members = joinTypes(typeOfKind('number'), typeOfKind('string'));
const enumType: Type = new Set([{ kind: 'object' as const, elements: () => members, field: () => members }]);

const inProgress = new Set<Variable>();

/** What a variable may hold over its whole life. */
export function variableType(run: Run, variable: Variable, unit: SourceUnit): Type {
  const { types } = run;
  const known = types.get(variable);
  if (known) return known;
  if (inProgress.has(variable)) return anyType;
  inProgress.add(variable);
  const type = findVariableType(run, variable, unit);
  inProgress.delete(variable);
  types.set(variable, type);
  return type;
}

function findVariableType(run: Run, variable: Variable, unit: SourceUnit): Type {
  const [def] = variable.defs;
  const [identifier] = variable.identifiers;
  if (!def || !identifier) return anyType;
  const type = declaredType(run, variable, unit, identifier);
  if (!mayBeAny(type)) return type;
  const checked = checkedType(unit, identifier);
  return checked === anyType ? type : checked;
}

function declaredType(run: Run, variable: Variable, unit: SourceUnit, identifier: TSESTree.Identifier): Type {
  const [def] = variable.defs;
  const annotated = patternType(run, unit, identifier);
  if (annotated !== anyType) return annotated;
  if (def?.type === 'Parameter') return parameterVariableType(run, unit, variable, def.node, identifier);
  if (def?.type === 'TSEnumName') return enumType;
  if (def?.type === 'ImportBinding') return importedValue(run, def, unit)?.type ?? anyType;
  if (def?.type !== 'Variable') return anyType;
  const documented = jsdocVariableType(unit, def.node);
  if (documented !== anyType) return documented;
  const written = writtenType(run, variable, unit);
  if (!isLeftAlone(variable, written)) return withoutElements(written);
  return arePartsLeftAlone(unit, variable, written) ? written : withBareElements(written);
}

function parameterVariableType(
  run: Run,
  unit: SourceUnit,
  variable: Variable,
  owner: TSESTree.Node,
  identifier: TSESTree.Identifier,
): Type {
  if (!isFunction(owner) || variable.references.some((reference) => reference.isWrite() && !reference.init)) {
    return anyType;
  }
  for (const parameter of owner.params) {
    const type = typeInPattern(unit, parameter, parameterType(run, unit, parameter), identifier);
    if (type) return type;
  }
  return anyType;
}

/** The type of the variable that a (destructuring) pattern binds, from the type of the whole. */
export function typeInPattern(
  unit: SourceUnit,
  pattern: TSESTree.Node,
  type: Type,
  wanted: TSESTree.Identifier,
): Type | undefined {
  switch (pattern.type) {
    case 'Identifier':
      return pattern === wanted ? type : undefined;
    case 'AssignmentPattern':
      return typeInPattern(
        unit,
        pattern.left,
        pattern.left === wanted ? withDefault(type, pattern) : type,
        wanted,
      );
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type !== 'Property') continue;
        const name = staticKey(property.key, property.computed);
        const inner = name === undefined ? anyType : fieldOfType(type, name);
        const found = typeInPattern(unit, property.value, inner, wanted);
        if (found) return found;
      }
      return undefined;
    case 'ArrayPattern':
      for (const element of pattern.elements) {
        const found = element && typeInPattern(unit, element, elementsOfType(type), wanted);
        if (found) return found;
      }
      return undefined;
    default:
      return undefined;
  }
}

/** Evidence of a default only joins other evidence. */
function withDefault(type: Type, pattern: TSESTree.AssignmentPattern): Type {
  const isLiteral = pattern.right.type === 'Literal';
  return isLiteral ? type : joinTypes(type, anyType);
}

/** The join over everything that is assigned. */
function writtenType(run: Run, variable: Variable, unit: SourceUnit): Type {
  let all: Type = noType;
  const ownCalls: OwnCall[] = [];
  for (const reference of variable.references) {
    if (!reference.isWrite()) continue;
    const call = ownCallIn(reference);
    if (call) ownCalls.push(call);
    else all = joinTypes(all, writeType(run, reference, unit));
    if (all === anyType) return anyType;
  }
  for (const call of ownCalls) all = joinTypes(all, withOwnCall(all, call));
  const isUninitialised = variable.defs.some(({ node }) => node.type === 'VariableDeclarator' && !node.init);
  return isUninitialised ? joinTypes(all, typeOfKind('undefined')) : all.size === 0 ? anyType : all;
}

interface OwnCall {
  readonly method: string;
  readonly count: number;
}

/** `list = list.concat(more)` */
function ownCallIn({ identifier }: { readonly identifier: TSESTree.Node }): OwnCall | undefined {
  const { parent } = identifier;
  if (parent?.type !== 'AssignmentExpression' || parent.left !== identifier || parent.operator !== '=')
    return undefined;
  const call = parent.right;
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = call.callee;
  const isOwn =
    object.type === 'Identifier' && identifier.type === 'Identifier' && object.name === identifier.name;
  const method = isOwn ? staticKey(property, computed) : undefined;
  return method === undefined ? undefined : { method, count: call.arguments.length };
}

/** What the call gives where the variable holds one of the kinds: anything, unless that is of these kinds again. */
function withOwnCall(held: Type, { method, count }: OwnCall): Type {
  const given = [...held].map(({ kind }) => resultType(lookupMethod(kind, method, 'call', count)?.returns));
  const kinds = new Set([...held].map(({ kind }) => kind));
  const isClosed =
    held.size > 0 && given.every((type) => type.size > 0 && [...type].every(({ kind }) => kinds.has(kind)));
  return isClosed ? given.reduce(joinTypes, noType) : anyType;
}

function writeType(
  run: Run,
  reference: { readonly identifier: TSESTree.Node; readonly writeExpr?: TSESTree.Node | null },
  unit: SourceUnit,
): Type {
  const { parent } = reference.identifier;
  if (parent?.type === 'UpdateExpression') return typeOfKind('number');
  if (!reference.writeExpr) return anyType;
  if (parent?.type === 'AssignmentExpression' && parent.left === reference.identifier) {
    const isPlain = /^(?:=|\|\|=|&&=|\?\?=)$/.test(parent.operator);
    return isPlain ? inferType(run, parent.right, unit) : compoundType(parent.operator);
  }
  if (parent?.type === 'VariableDeclarator' && parent.id === reference.identifier) {
    return parent.init ? inferType(run, parent.init, unit) : iterationType(run, parent, unit);
  }
  return anyType;
}

/** `for (const x of xs)` */
function iterationType(run: Run, declarator: TSESTree.VariableDeclarator, unit: SourceUnit): Type {
  const loop = declarator.parent.parent;
  if (loop.type === 'ForInStatement') return typeOfKind('string');
  return loop.type === 'ForOfStatement' ? elementsOfType(inferType(run, loop.right, unit)) : anyType;
}

function compoundType(operator: string): Type {
  const number = joinTypes(typeOfKind('number'), typeOfKind('bigint'));
  return operator === '+=' ? joinTypes(number, typeOfKind('string')) : number;
}
