/**
 * Purpose: types that the source text itself writes down, for a task's parameters.
 * Input: a parsed TypeScript file.
 * Guarantee: the text given is a type that holds for the value everywhere; undefined where only a type checker can tell.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, SourceUnit } from '../../src/model/index.ts';
import { findNode } from '../render/walk.ts';

/** The type of the variable that is declared or used at `range`, from its annotation or its literal initialiser. */
export function annotatedType(unit: SourceUnit, range: Range): string | undefined {
  const name = declarationOf(unit, range);
  if (!name) return undefined;
  const annotation = annotationOf(name);
  if (annotation) return isWhole(name, annotation) ? unit.text.slice(...annotation.range) : undefined;
  return literalType(initialiserOf(name));
}

/** The type of the elements of the array or iterable variable at `range`. */
export function annotatedElementType(unit: SourceUnit, range: Range): string | undefined {
  const name = declarationOf(unit, range);
  const annotation = name && annotationOf(name);
  return annotation && isWhole(name, annotation) ? elementType(unit, annotation) : undefined;
}

/** `Foo` of `Foo[]`, `readonly Foo[]`, `Array<Foo>`, `Set<Foo>`, …; `number` of a typed array. */
export function elementType(unit: SourceUnit, type: TSESTree.TypeNode): string | undefined {
  if (type.type === 'TSTypeOperator' && type.operator === 'readonly' && type.typeAnnotation) {
    return elementType(unit, type.typeAnnotation);
  }
  if (type.type === 'TSArrayType') return unit.text.slice(...type.elementType.range);
  if (type.type === 'TSStringKeyword') return 'string';
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  const { name } = type.typeName;
  const [argument] = type.typeArguments?.params ?? [];
  if (argument && /^(?:(?:Readonly)?(?:Array|Set)|Iterable)$/.test(name))
    return unit.text.slice(...argument.range);
  if (/^(?:Float(?:32|64)|U?[Ii]nt(?:8|16|32)|Uint8Clamped)Array$/i.test(name)) return 'number';
  return undefined;
}

/** The declaring identifier of the variable at `range`, where there is only one. */
function declarationOf(unit: SourceUnit, range: Range): TSESTree.Identifier | undefined {
  const [name, ...more] = variableAt(unit, range)?.identifiers ?? [];
  return name?.type === 'Identifier' && more.length === 0 ? name : undefined;
}

/** The variable that is declared or used at `range`. */
export function variableAt(unit: SourceUnit, range: Range): Variable | undefined {
  const node = findNode(unit.ast, identifierRange(unit, range), (found) => found.type === 'Identifier');
  if (node?.type !== 'Identifier') return undefined;
  for (const scope of unit.scopes.scopes) {
    const use = scope.references.find((reference) => reference.identifier === node);
    const variable = use?.resolved ?? scope.variables.find((one) => one.identifiers.includes(node));
    if (variable?.identifiers[0]?.type === 'Identifier') return variable;
  }
  return undefined;
}

/** The parser counts an annotation to its identifier's range; plans may give the range of the bare name. */
function identifierRange(unit: SourceUnit, range: Range): Range {
  let found: Range = range;
  for (const scope of unit.scopes.scopes) {
    for (const { identifiers } of scope.variables) {
      const [name] = identifiers.filter((one) => one.range[0] === range[0]);
      if (name) found = name.range;
    }
  }
  return found;
}

function annotationOf(name: TSESTree.Identifier): TSESTree.TypeNode | undefined {
  return name.typeAnnotation?.typeAnnotation;
}

/** False where the value is likely to be narrower than its annotation: unions, optional parameters. */
function isWhole(name: TSESTree.Identifier, annotation: TSESTree.TypeNode): boolean {
  return !name.optional && annotation.type !== 'TSUnionType' && annotation.type !== 'TSUnknownKeyword';
}

function initialiserOf(name: TSESTree.Identifier): TSESTree.Node | undefined {
  const { parent } = name;
  if (parent.type === 'VariableDeclarator' && parent.id === name) return parent.init ?? undefined;
  if (parent.type === 'AssignmentPattern' && parent.left === name) return parent.right;
  return undefined;
}

function literalType(node: TSESTree.Node | undefined): string | undefined {
  if (node?.type === 'UnaryExpression' && node.operator === '-') return literalType(node.argument);
  if (node?.type === 'TemplateLiteral') return 'string';
  if (node?.type !== 'Literal' || node.value === null || node.value instanceof RegExp) return undefined;
  return typeof node.value;
}
