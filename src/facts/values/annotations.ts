/** TypeScript's type annotations as types: names of built-ins, and interfaces, aliases and classes of the project. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import { kindOfTypeName } from '../builtins/index.ts';
import { staticKey } from '../ast.ts';
import type { Run } from '../run.ts';
import { classType } from './class-types.ts';
import { findTypeDeclaration } from './type-names.ts';
import { anyType, joinTypes, noType, typeOfKind } from './type.ts';
import type { Atom, Type } from './type.ts';

/** The type that an annotation says; `any` for what isn't understood. */
export function annotationType(run: Run, unit: SourceUnit, node: TSESTree.TypeNode): Type {
  const found = run.annotated.get(node);
  if (found) return found;
  run.annotated.set(node, anyType);
  const type = readAnnotation(run, unit, node);
  run.annotated.set(node, type);
  return type;
}

const keywords: Partial<Record<TSESTree.TypeNode['type'], Type>> = {
  TSNumberKeyword: typeOfKind('number'),
  TSStringKeyword: typeOfKind('string'),
  TSBooleanKeyword: typeOfKind('boolean'),
  TSBigIntKeyword: typeOfKind('bigint'),
  TSSymbolKeyword: typeOfKind('symbol'),
  TSUndefinedKeyword: typeOfKind('undefined'),
  TSVoidKeyword: typeOfKind('undefined'),
  TSNullKeyword: typeOfKind('null'),
  TSNeverKeyword: noType,
  TSFunctionType: typeOfKind('function'),
  TSTemplateLiteralType: typeOfKind('string'),
};

function readAnnotation(run: Run, unit: SourceUnit, node: TSESTree.TypeNode): Type {
  const keyword = keywords[node.type];
  if (keyword) return keyword;
  switch (node.type) {
    case 'TSArrayType':
      return oneAtom({ kind: 'array', elements: () => annotationType(run, unit, node.elementType) });
    case 'TSTupleType':
      return oneAtom({ kind: 'array', elements: () => tupleElements(run, unit, node) });
    case 'TSUnionType':
      return node.types.map((part) => annotationType(run, unit, part)).reduce(joinTypes, noType);
    case 'TSTypeOperator':
      return node.operator === 'readonly' && node.typeAnnotation
        ? annotationType(run, unit, node.typeAnnotation)
        : anyType;
    case 'TSLiteralType':
      return literalType(node.literal);
    case 'TSTypeLiteral':
      return oneAtom({
        kind: 'object',
        field: (name) => memberType(run, unit, node.members, name),
        fields: () => namesOf(node.members),
      });
    case 'TSTypeReference':
      return referenceType(run, unit, node);
    default:
      return anyType;
  }
}

function oneAtom(atom: Atom): Type {
  return new Set([atom]);
}

function tupleElements(run: Run, unit: SourceUnit, node: TSESTree.TSTupleType): Type {
  return node.elementTypes
    .map((element) => {
      if (element.type === 'TSNamedTupleMember') return annotationType(run, unit, element.elementType);
      return element.type === 'TSRestType' || element.type === 'TSOptionalType'
        ? anyType
        : annotationType(run, unit, element);
    })
    .reduce(joinTypes, noType);
}

function literalType(literal: TSESTree.TSLiteralType['literal']): Type {
  if (literal.type === 'TemplateLiteral') return typeOfKind('string');
  if (literal.type === 'UnaryExpression') return typeOfKind('number');
  if ('bigint' in literal) return typeOfKind('bigint');
  const kind = typeof literal.value;
  return kind === 'string' || kind === 'number' || kind === 'boolean' ? typeOfKind(kind) : anyType;
}

function memberType(
  run: Run,
  unit: SourceUnit,
  members: readonly TSESTree.TypeElement[],
  name: string,
): Type | undefined {
  for (const member of members) {
    if (member.type === 'TSPropertySignature' && staticKey(member.key, member.computed) === name) {
      const type = member.typeAnnotation
        ? annotationType(run, unit, member.typeAnnotation.typeAnnotation)
        : anyType;
      return member.optional ? joinTypes(type, typeOfKind('undefined')) : type;
    }
    if (member.type === 'TSIndexSignature' && member.typeAnnotation) {
      return annotationType(run, unit, member.typeAnnotation.typeAnnotation);
    }
  }
  return undefined;
}

function namesOf(members: readonly TSESTree.TypeElement[]): readonly string[] {
  return members.flatMap((member) => {
    const name = 'key' in member ? staticKey(member.key, member.computed) : undefined;
    return name === undefined ? [] : [name];
  });
}

const arrays = new Set(['Array', 'ReadonlyArray']);
const mirrors = new Set(['Readonly', 'NonNullable', 'Required']);

function referenceType(run: Run, unit: SourceUnit, node: TSESTree.TSTypeReference): Type {
  const declared = declaredType(run, unit, node.typeName);
  if (declared || node.typeName.type !== 'Identifier') return declared ?? anyType;
  const { name } = node.typeName;
  const args = node.typeArguments?.params ?? [];
  const [first, second] = args;
  if (mirrors.has(name) && first) return annotationType(run, unit, first);
  if (name === 'Record' && second)
    return oneAtom({ kind: 'object', field: () => annotationType(run, unit, second) });
  const kind = arrays.has(name) ? 'array' : kindOfTypeName(name);
  if (!kind) return anyType;
  if (args.length === 0) return oneAtom({ kind, name });
  const elements = () =>
    args.map((argument) => annotationType(run, unit, argument)).reduce(joinTypes, noType);
  return oneAtom({ kind, name, elements });
}

/** An interface, alias, enum or class of the project; undefined for global names. */
function declaredType(run: Run, unit: SourceUnit, name: TSESTree.EntityName): Type | undefined {
  const declaration = findTypeDeclaration(run, unit, name);
  if (declaration === undefined || declaration === 'unknown') return declaration && anyType;
  const { node, unit: home } = declaration;
  switch (node.type) {
    case 'TSTypeAliasDeclaration':
      return node.typeParameters ? anyType : annotationType(run, home, node.typeAnnotation);
    case 'TSInterfaceDeclaration':
      return interfaceType(run, home, node);
    case 'TSEnumDeclaration':
      return enumMember;
    default:
      return classType(run, { node, unit: home });
  }
}

const enumMember = joinTypes(typeOfKind('number'), typeOfKind('string'));

function interfaceType(run: Run, unit: SourceUnit, node: TSESTree.TSInterfaceDeclaration): Type {
  if (node.typeParameters) return anyType;
  const found = run.declaredTypes.get(node);
  if (found) return found;
  const type = oneAtom({
    kind: 'object',
    name: node.id.name,
    field: (name) => memberType(run, unit, node.body.body, name) ?? inheritedType(run, unit, node, name),
    fields: () => namesOf(node.body.body),
  });
  run.declaredTypes.set(node, type);
  return type;
}

/** A property that an interface has from those that it extends. */
function inheritedType(
  run: Run,
  unit: SourceUnit,
  node: TSESTree.TSInterfaceDeclaration,
  name: string,
): Type | undefined {
  for (const { expression } of node.extends) {
    if (expression.type !== 'Identifier') continue;
    const parent = declaredType(run, unit, expression);
    const found = parent && [...parent].map((atom) => atom.field?.(name)).find((type) => type !== undefined);
    if (found) return found;
  }
  return undefined;
}
