/** JSDoc types: `@param {number[]} xs`, `@type {Float64Array}`. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import { kindOfTypeName } from '../builtins/index.ts';
import type { FunctionNode } from '../analysis.ts';
import { anyType, joinTypes, noType, typeOfKind } from './type.ts';
import type { Type } from './type.ts';

export function jsdocParameterType(unit: SourceUnit, owner: FunctionNode, name: string): Type {
  const comment = findComment(unit, statementOf(owner));
  if (comment === undefined) return anyType;
  for (const [, text, parameter] of comment.matchAll(/@param\s*\{([^}]*)\}\s*\[?([\w$]+)/g)) {
    if (parameter === name && text !== undefined) return parseType(text);
  }
  return anyType;
}

export function jsdocVariableType(unit: SourceUnit, declarator: TSESTree.Node): Type {
  const comment = findComment(unit, statementOf(declarator));
  const text = comment === undefined ? undefined : /@type\s*\{([^}]*)\}/.exec(comment)?.[1];
  return text === undefined ? anyType : parseType(text);
}

/** The statement or class member that a comment would stand before. */
function statementOf(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (
    at.parent &&
    !/^(?:Program|BlockStatement|ClassBody|ObjectExpression|StaticBlock)$/.test(at.parent.type)
  ) {
    at = at.parent;
  }
  return at;
}

function findComment(unit: SourceUnit, node: TSESTree.Node): string | undefined {
  const before = unit.text.slice(Math.max(0, node.range[0] - 4_000), node.range[0]);
  if (!/\*\/\s*$/.test(before)) return undefined;
  const start = before.lastIndexOf('/**');
  return start < 0 ? undefined : before.slice(start);
}

const types = new Map<string, Type>();

/** Names, unions, `T[]`, `Array<T>` and `?T`; everything else is `any`. */
function parseType(text: string): Type {
  const clean = text.trim().replace(/=$/, '');
  const known = types.get(clean);
  if (known) return known;
  const type = readType(clean);
  types.set(clean, type);
  return type;
}

function readType(text: string): Type {
  if (/^\((.*)\)$/.test(text)) return parseType(text.slice(1, -1));
  if (text.startsWith('!')) return parseType(text.slice(1));
  if (text.startsWith('?')) return joinTypes(parseType(text.slice(1)), typeOfKind('null'));
  const array = /^(?:(.+)\[\]|(?:Readonly)?Array\.?<(.+)>)$/.exec(text);
  const element = array?.[1] ?? array?.[2];
  if (element !== undefined && !/[|,]/.test(element)) {
    return new Set([{ kind: 'array' as const, elements: () => parseType(element) }]);
  }
  if (text.includes('|') && !/[<({]/.test(text))
    return text.split('|').map(parseType).reduce(joinTypes, noType);
  if (/^[Aa]rray$/.test(text)) return typeOfKind('array');
  const primitive = /^(?:number|string|boolean|bigint|symbol|undefined|null)$/.exec(text)?.[0];
  if (primitive) return typeOfKind(primitive as 'number');
  const kind = /^[\w$]+$/.test(text) ? kindOfTypeName(text) : undefined;
  return kind ? new Set([{ kind, name: text }]) : anyType;
}
