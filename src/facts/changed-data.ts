/**
 * Purpose: JSON modules whose data a program may change: a worker loads them anew.
 * Input: a file, and the name of a JSON module that it imports or requires.
 * Guarantee: false only where the file, and all files that its imports lead to, use no more of the data than operands, by whatever
 * name they have for it, so that nobody gets hold of an object in it.
 */
import { dirname, resolve } from 'node:path';
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import type { FactsContext } from './context.ts';
import { sourceOf } from './module-effects.ts';
import { nodesOf } from './nodes.ts';
import { filesBehind } from './project-files.ts';

type Node = TSESTree.Node;

export function isChangedData(context: FactsContext, unit: SourceUnit, source: string): boolean {
  if (!/\.json$/.test(source)) return false;
  const path = pathOf(source, unit);
  return filesBehind(context, unit).some((one) => givenAwayBy(one).has(path));
}

function pathOf(source: string, { file }: SourceUnit): string {
  return source.startsWith('.') ? resolve(dirname(file), source) : source;
}

const known = new WeakMap<SourceUnit['ast'], ReadonlySet<string>>();

/** The JSON modules of which a file hands on more than values. */
function givenAwayBy(unit: SourceUnit): ReadonlySet<string> {
  const before = known.get(unit.ast);
  if (before) return before;
  const loads = unit.text.includes('.json') ? nodesOf(unit) : [];
  const found = new Set<string>();
  for (const node of loads) {
    const source = sourceOf(node);
    if (source !== undefined && !usesOf(unit, node).every(isPlainRead)) found.add(pathOf(source, unit));
  }
  known.set(unit.ast, found);
  return found;
}

/** `data.a.b` for each use of what an import or `require` gives. */
function usesOf(unit: SourceUnit, node: Node): readonly Node[] {
  const access = accessAround(node);
  const declaration = node.type === 'ImportDeclaration' ? node : access.parent;
  const isDeclared = declaration?.type === 'ImportDeclaration' || declaration?.type === 'VariableDeclarator';
  if (!isDeclared) return [access];
  return unit.scopes
    .getDeclaredVariables(declaration)
    .flatMap(({ references }) => references)
    .flatMap(({ identifier, init }) => (init === true ? [] : [accessAround(identifier)]));
}

/** `data.a.b` around `data`. */
function accessAround(node: Node): Node {
  const { parent } = node;
  return parent?.type === 'MemberExpression' && parent.object === node ? accessAround(parent) : node;
}

/** An operand, or an expression by itself: no other name for an object comes of it. */
function isPlainRead(access: Node): boolean {
  const { parent } = access;
  if (parent?.type === 'UnaryExpression') return parent.operator !== 'delete';
  return /^(?:BinaryExpression|TemplateLiteral|ExpressionStatement)$/.test(parent?.type ?? '');
}
