/** Cloneability from a type annotation as written, where there is no checker. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Cloneability } from '../../model/index.ts';
import { kindOfTypeName } from '../builtins/index.ts';
import { exact, joinCloneability, unknownAt } from './join.ts';
import { cloneabilityOfValueKind, losses } from './table.ts';

/** What a name of the file stands for (an interface, a class, an alias); undefined when the caller doesn't know. */
export type NameResolver = (name: string) => Cloneability | undefined;

const exactTypes =
  /^TS(?:(?:Number|String|Boolean|BigInt|Null|Undefined|Void|Never)Keyword|LiteralType|TemplateLiteralType)$/;
const noNames: NameResolver = () => undefined;

/** Of any value of the annotated type. A name is looked up with `resolve` first, then among the built-ins. */
export function cloneabilityOfAnnotation(
  node: TSESTree.TypeNode,
  path = '',
  resolve: NameResolver = noNames,
): Cloneability {
  const of = (inner: TSESTree.TypeNode, at = path) => cloneabilityOfAnnotation(inner, at, resolve);
  if (exactTypes.test(node.type)) return exact;
  switch (node.type) {
    case 'TSSymbolKeyword':
      return cloneabilityOfValueKind('symbol', path);
    case 'TSFunctionType':
    case 'TSConstructorType':
      return losses.functionValue(path);
    case 'TSArrayType':
      return of(node.elementType, `${path}[]`);
    case 'TSTupleType':
      return joinCloneability(node.elementTypes.map((element, index) => of(element, `${path}[${index}]`)));
    case 'TSNamedTupleMember':
      return of(node.elementType);
    case 'TSOptionalType':
    case 'TSRestType':
      return of(node.typeAnnotation);
    case 'TSTypeOperator':
      return node.typeAnnotation && node.operator === 'readonly' ? of(node.typeAnnotation) : unknownAt(path);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return joinCloneability(node.types.map((type) => of(type)));
    case 'TSTypeLiteral':
      return joinCloneability(node.members.map((member) => ofMember(member, path, resolve)));
    case 'TSTypeReference':
      return ofReference(node, path, resolve);
    default:
      return unknownAt(path);
  }
}

function ofMember(member: TSESTree.TypeElement, path: string, resolve: NameResolver): Cloneability {
  if (member.type === 'TSIndexSignature')
    return member.typeAnnotation
      ? cloneabilityOfAnnotation(member.typeAnnotation.typeAnnotation, `${path}[]`, resolve)
      : unknownAt(path);
  if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature')
    return losses.functionValue(path);
  const name = member.key.type === 'Identifier' && !member.computed ? member.key.name : '[computed]';
  const inner = path === '' ? name : `${path}.${name}`;
  if (member.type === 'TSMethodSignature') return losses.functionValue(inner);
  return member.typeAnnotation
    ? cloneabilityOfAnnotation(member.typeAnnotation.typeAnnotation, inner, resolve)
    : unknownAt(inner);
}

function ofReference(node: TSESTree.TSTypeReference, path: string, resolve: NameResolver): Cloneability {
  if (node.typeName.type !== 'Identifier') return unknownAt(path);
  const { name } = node.typeName;
  const known = resolve(name);
  if (known !== undefined) return known;
  const parameters = node.typeArguments?.params ?? [];
  if (name === 'Readonly' || name === 'Partial' || name === 'Required')
    return parameters[0] ? cloneabilityOfAnnotation(parameters[0], path, resolve) : unknownAt(path);
  const kind = kindOfTypeName(name);
  if (kind === undefined) return unknownAt(path);
  return joinCloneability([
    cloneabilityOfValueKind(kind, path),
    ...parameters.map((parameter) => cloneabilityOfAnnotation(parameter, `${path}[]`, resolve)),
  ]);
}
