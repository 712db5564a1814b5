/** The nodes of a file that several passes look for, found in one traversal. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import { walkNodes } from './ast.ts';

const listed = new Set<string>([
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'DoWhileStatement',
  'CallExpression',
  'NewExpression',
  'AssignmentExpression',
  'UpdateExpression',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassDeclaration',
  'ClassExpression',
  'MethodDefinition',
  'Property',
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
]);

function isDeletion(node: TSESTree.Node): boolean {
  return node.type === 'UnaryExpression' && node.operator === 'delete';
}

const lists = new WeakMap<SourceUnit['ast'], readonly TSESTree.Node[]>();

/** Loops, calls, assignments, deletions, functions, classes, members and module declarations; outer ones first, in source order. */
export function nodesOf({ ast }: SourceUnit): readonly TSESTree.Node[] {
  const known = lists.get(ast);
  if (known) return known;
  const found: TSESTree.Node[] = [];
  walkNodes(ast, (node) => {
    if (listed.has(node.type) || isDeletion(node)) found.push(node);
    return undefined;
  });
  lists.set(ast, found);
  return found;
}
