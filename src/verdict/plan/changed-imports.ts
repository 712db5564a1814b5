/**
 * Purpose: imports and functions that the file changes, so that a worker that loads or declares them anew would find others.
 * Input: an imported or required variable, or one that holds a function.
 * Guarantee: false only when no use in the file writes a property through the name, or gives away the data of a JSON module.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { isPatternTarget, unwrap } from '../../facts/ast.ts';
import { modulesNamedIn } from '../../facts/index.ts';

type Node = TSESTree.Node;

/** @param declaration the statement that imports it */
export function isChangedImport(variable: Variable, declaration: Node): boolean {
  const isGivenAway = (): boolean => usesOf(variable).some((use) => !isPlainRead(use));
  return isChangedByName(variable) || (loadsJson(declaration) && isGivenAway());
}

/** Whether the file writes a property through the name: `holder.off = 3`, which a worker's own `holder` wouldn't have. */
export function isChangedByName(variable: Variable): boolean {
  return usesOf(variable).some(isWritten);
}

/** `data.a.b` for each use of `data`. */
function usesOf({ references }: Variable): readonly Node[] {
  return references.flatMap(({ identifier, init }) => (init === true ? [] : [accessAround(identifier)]));
}

function loadsJson(declaration: Node): boolean {
  const nodes = declaration.type === 'VariableDeclaration' ? declaration.declarations : [declaration];
  return nodes.some((node) => {
    const loading = node.type === 'VariableDeclarator' && node.init ? unwrap(node.init) : node;
    return [...modulesNamedIn(loading)].some((module) => /\.json$/.test(module));
  });
}

/** `data.a.b` around `data`. */
function accessAround(node: Node): Node {
  const { parent } = node;
  return parent?.type === 'MemberExpression' && parent.object === node ? accessAround(parent) : node;
}

function isWritten(access: Node): boolean {
  const { parent } = access;
  if (access.type !== 'MemberExpression' || !parent) return false;
  if (parent.type === 'AssignmentExpression') return parent.left === access;
  if (parent.type === 'UnaryExpression') return parent.operator === 'delete';
  return parent.type === 'UpdateExpression' || isPatternTarget(access);
}

/** An operand: no other name for an object comes of it. */
function isPlainRead({ parent }: Node): boolean {
  return /^(?:Binary|Unary)Expression$|^TemplateLiteral$/.test(parent?.type ?? '');
}
