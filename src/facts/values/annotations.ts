/** TypeScript's type annotations as types: names of built-ins, interfaces, aliases and classes of the file. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import { kindOfTypeName } from '../builtins/index.ts';
import { isClass, staticKey } from '../ast.ts';
import { anyType, joinTypes, noType, typeOfKind } from './type.ts';
import type { Atom, Type } from './type.ts';

const known = new WeakMap<TSESTree.Node, Type>();

/** The type that an annotation says; `any` for what isn't understood. */
export function annotationType(unit: SourceUnit, node: TSESTree.TypeNode): Type {
  const found = known.get(node);
  if (found) return found;
  known.set(node, anyType);
  const type = readAnnotation(unit, node);
  known.set(node, type);
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

function readAnnotation(unit: SourceUnit, node: TSESTree.TypeNode): Type {
  const keyword = keywords[node.type];
  if (keyword) return keyword;
  switch (node.type) {
    case 'TSArrayType':
      return oneAtom({ kind: 'array', elements: () => annotationType(unit, node.elementType) });
    case 'TSTupleType':
      return oneAtom({ kind: 'array', elements: () => tupleElements(unit, node) });
    case 'TSUnionType':
      return node.types.map((part) => annotationType(unit, part)).reduce(joinTypes, noType);
    case 'TSTypeOperator':
      return node.operator === 'readonly' && node.typeAnnotation
        ? annotationType(unit, node.typeAnnotation)
        : anyType;
    case 'TSLiteralType':
      return literalType(node.literal);
    case 'TSTypeLiteral':
      return oneAtom({ kind: 'object', field: (name) => memberType(unit, node.members, name) });
    case 'TSTypeReference':
      return referenceType(unit, node);
    default:
      return anyType;
  }
}

function oneAtom(atom: Atom): Type {
  return new Set([atom]);
}

function tupleElements(unit: SourceUnit, node: TSESTree.TSTupleType): Type {
  return node.elementTypes
    .map((element) => {
      if (element.type === 'TSNamedTupleMember') return annotationType(unit, element.elementType);
      return element.type === 'TSRestType' || element.type === 'TSOptionalType'
        ? anyType
        : annotationType(unit, element);
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
  unit: SourceUnit,
  members: readonly TSESTree.TypeElement[],
  name: string,
): Type | undefined {
  for (const member of members) {
    if (member.type === 'TSPropertySignature' && staticKey(member.key, member.computed) === name) {
      const type = member.typeAnnotation
        ? annotationType(unit, member.typeAnnotation.typeAnnotation)
        : anyType;
      return member.optional ? joinTypes(type, typeOfKind('undefined')) : type;
    }
    if (member.type === 'TSIndexSignature' && member.typeAnnotation) {
      return annotationType(unit, member.typeAnnotation.typeAnnotation);
    }
  }
  return undefined;
}

const arrays = new Set(['Array', 'ReadonlyArray']);
const mirrors = new Set(['Readonly', 'NonNullable', 'Required']);

function referenceType(unit: SourceUnit, node: TSESTree.TSTypeReference): Type {
  if (node.typeName.type !== 'Identifier') return anyType;
  const { name } = node.typeName;
  const args = node.typeArguments?.params ?? [];
  const local = declaredType(unit, node.typeName);
  if (local) return local;
  const [first, second] = args;
  if (mirrors.has(name) && first) return annotationType(unit, first);
  if (name === 'Record' && second)
    return oneAtom({ kind: 'object', field: () => annotationType(unit, second) });
  const kind = arrays.has(name) ? 'array' : kindOfTypeName(name);
  if (!kind) return anyType;
  if (args.length === 0) return oneAtom({ kind, name });
  const elements = () => args.map((argument) => annotationType(unit, argument)).reduce(joinTypes, noType);
  return oneAtom({ kind, name, elements });
}

/** An interface, alias or class that the file declares. */
function declaredType(unit: SourceUnit, identifier: TSESTree.Identifier): Type | undefined {
  const variable = findTypeVariable(unit, identifier, identifier.name);
  const declaration = variable?.defs[0]?.node;
  if (!variable || !declaration) return undefined;
  if (declaration.type === 'TSTypeAliasDeclaration') {
    return declaration.typeParameters ? anyType : annotationType(unit, declaration.typeAnnotation);
  }
  if (declaration.type === 'TSInterfaceDeclaration') return interfaceType(unit, declaration);
  return isClass(declaration) ? classType(unit, declaration) : anyType;
}

function findTypeVariable(unit: SourceUnit, from: TSESTree.Node, name: string) {
  for (let at: TSESTree.Node | undefined = from; at; at = at.parent) {
    const scope = unit.scopes.acquire(at, true);
    const variable = scope?.set.get(name);
    if (variable && variable.defs.length > 0) return variable;
  }
  return unit.scopes.scopes.find((scope) => scope.type === 'module')?.set.get(name);
}

const declared = new WeakMap<TSESTree.Node, Type>();

function interfaceType(unit: SourceUnit, node: TSESTree.TSInterfaceDeclaration): Type {
  if (node.extends.length > 0 || node.typeParameters) return anyType;
  const found = declared.get(node);
  if (found) return found;
  const type = oneAtom({
    kind: 'object',
    name: node.id.name,
    field: (name) => memberType(unit, node.body.body, name),
  });
  declared.set(node, type);
  return type;
}

/** The type of instances of a class of the project: one for each class. */
export function classType(
  unit: SourceUnit,
  node: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
): Type {
  const found = declared.get(node);
  if (found) return found;
  const field = (name: string): Type | undefined => {
    for (const member of node.body.body) {
      if (member.type !== 'PropertyDefinition' || staticKey(member.key, member.computed) !== name) continue;
      if (member.typeAnnotation) return annotationType(unit, member.typeAnnotation.typeAnnotation);
    }
    return undefined;
  };
  const type = oneAtom({ kind: 'object', name: node.id?.name, field, instanceOf: { node, unit } });
  declared.set(node, type);
  return type;
}
