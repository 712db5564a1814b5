/** Initialisers of a file's variables, found once per file. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Binding } from '../../model/index.ts';
import { descendants } from './syntax.ts';

const cache = new WeakMap<TSESTree.Node, ReadonlyMap<number, TSESTree.Expression>>();

/** The expression that a variable is declared with, or undefined; `anywhere` is any node of the same file. */
export function initialiserOf(
  binding: Pick<Binding, 'declared'>,
  anywhere: TSESTree.Node,
): TSESTree.Expression | undefined {
  const root = rootOf(anywhere);
  const known = cache.get(root) ?? collect(root);
  cache.set(root, known);
  return known.get(binding.declared[0]);
}

function rootOf(node: TSESTree.Node): TSESTree.Node {
  return node.parent ? rootOf(node.parent) : node;
}

function collect(root: TSESTree.Node): ReadonlyMap<number, TSESTree.Expression> {
  const found = new Map<number, TSESTree.Expression>();
  for (const node of descendants(root)) {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init) {
      found.set(node.id.range[0], node.init);
    }
  }
  return found;
}

const names = new WeakMap<TSESTree.Node, ReadonlyMap<string, readonly TSESTree.Identifier[]>>();

/** All identifiers of a name in the file; `anywhere` is any node of it. */
export function identifiersNamed(name: string, anywhere: TSESTree.Node): readonly TSESTree.Identifier[] {
  const root = rootOf(anywhere);
  const known = names.get(root) ?? collectNames(root);
  names.set(root, known);
  return known.get(name) ?? [];
}

function collectNames(root: TSESTree.Node): ReadonlyMap<string, readonly TSESTree.Identifier[]> {
  const found = new Map<string, TSESTree.Identifier[]>();
  for (const node of descendants(root)) {
    if (node.type !== 'Identifier') continue;
    const list = found.get(node.name);
    if (list) list.push(node);
    else found.set(node.name, [node]);
  }
  return found;
}
