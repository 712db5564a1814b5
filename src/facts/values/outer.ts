/** What variables hold, seen from a function or loop below their declaration: code where that is certain, else their place. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import { isBuiltinGlobal, lookupGlobal } from '../builtins/index.ts';
import { isClass, isFunction, staticKey, unwrap } from '../ast.ts';
import type { Run } from '../run.ts';
import { isReassigned, scopeIndexOf, unitOf } from '../scopes.ts';
import type { Variable } from '../scopes.ts';
import { variableType } from './evidence.ts';
import { exportedValue, importedValue, requiredValue } from './exports.ts';
import { typeOfKind } from './type.ts';
import { classValue, functionValue, placeValue, valueOfRef } from './value.ts';
import type { Ref, Value } from './value.ts';

export function outerValue(run: Run, variable: Variable, from: SourceUnit): Value {
  const known = run.outerValues.get(variable);
  if (known) return known;
  const unit = unitOf(variable) ?? from;
  const place = standingValue(run, variable, unit);
  run.outerValues.set(variable, place);
  const value = codeOfVariable(run, variable, unit) ?? place;
  run.outerValues.set(variable, value);
  return value;
}

function standingValue(run: Run, variable: Variable, unit: SourceUnit): Value {
  const id = scopeIndexOf(unit).idOf(variable);
  const root = { kind: 'binding' as const, id, name: variable.name };
  return placeValue({ root, path: [] }, variableType(run, variable, unit));
}

/** The function, class, built-in or module that the variable surely is. */
export function codeOfVariable(run: Run, variable: Variable, unit: SourceUnit): Value | undefined {
  const def = variable.defs.find(({ node }) => node.type !== 'TSDeclareFunction');
  if (!def || isReassigned(variable)) return undefined;
  switch (def.type) {
    case 'FunctionName':
      return isFunction(def.node) ? functionValue(def.node, unit) : undefined;
    case 'ClassName':
      return classValue(def.node, unit);
    case 'ImportBinding':
      return importedValue(run, def, unit);
    case 'Variable':
      return def.node.init ? initialValue(run, def.node.id, def.node.init, variable, unit) : undefined;
    default:
      return undefined;
  }
}

function initialValue(
  run: Run,
  target: TSESTree.Node,
  init: TSESTree.Node,
  variable: Variable,
  unit: SourceUnit,
): Value | undefined {
  const source = codeOfExpression(run, unwrap(init), unit);
  if (!source || target.type === 'Identifier') return source;
  if (target.type !== 'ObjectPattern') return undefined;
  for (const property of target.properties) {
    if (property.type !== 'Property' || property.value !== variable.identifiers[0]) continue;
    const name = staticKey(property.key, property.computed);
    return name === undefined ? undefined : memberOfCode(run, source, name);
  }
  return undefined;
}

/** The function, class, built-in or module that an expression surely is. */
export function codeOfExpression(run: Run, node: TSESTree.Node, unit: SourceUnit): Value | undefined {
  if (isFunction(node)) return functionValue(node, unit);
  if (isClass(node)) return classValue(node, unit);
  if (node.type === 'CallExpression') return requiredValue(run, node, unit);
  if (node.type === 'MemberExpression') {
    const object = codeOfExpression(run, unwrap(node.object), unit);
    const name = staticKey(node.property, node.computed);
    return object && name !== undefined ? memberOfCode(run, object, name) : undefined;
  }
  if (node.type === 'LogicalExpression') return chosenCode(run, node, unit);
  if (node.type !== 'Identifier') return undefined;
  const variable = scopeIndexOf(unit).variableOf(node);
  if (variable) return isReassigned(variable) ? undefined : outerValue(run, variable, unit);
  if (!isBuiltinGlobal(node.name)) return undefined;
  return valueOfRef({ kind: 'builtin', path: node.name, module: undefined }, typeOfKind('function'));
}

/** `Math.fround || ((x) => …)` is the built-in, since a function is no falsy value. */
function chosenCode(
  run: Run,
  { operator, left }: TSESTree.LogicalExpression,
  unit: SourceUnit,
): Value | undefined {
  const first = operator === '&&' ? undefined : codeOfExpression(run, unwrap(left), unit);
  return first && [...first.refs.values()].every(isSurelyThere) ? first : undefined;
}

function isSurelyThere(ref: Ref): boolean {
  if (ref.kind === 'builtin') return ref.module === undefined && lookupGlobal(ref.path, 'call') !== undefined;
  return ref.kind === 'function' || ref.kind === 'class';
}

function memberOfCode(run: Run, object: Value, name: string): Value | undefined {
  const [ref] = object.refs.values();
  if (object.refs.size !== 1 || !ref) return undefined;
  if (ref.kind === 'namespace') return exportedValue(run, ref.unit, name);
  if (ref.kind !== 'builtin') return undefined;
  const path = ref.path === '' ? name : `${ref.path}.${name}`;
  return valueOfRef({ ...ref, path }, typeOfKind('any'));
}
