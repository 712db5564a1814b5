/**
 * Purpose: caches of a module that can't be told from computing anew: `if (KEYS[slot] === key) v = VALUES[slot]; else { v = …; KEYS[slot] = key; … }`
 * Input: a variable of a module and all its uses in its file.
 * Guarantee: what is found in the cache is what would have been computed, whoever filled it and whenever: all uses of its arrays
 * stand in blocks that compute the same numbers from the same key, a key says all that the numbers depend on, and each slot has
 * elements of its own. (Memoisation of pure code: Michie 1968; here proven, not assumed.)
 */
import type { ScopeVariable as Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { walkNodes } from '../ast.ts';
import { scopeIndexOf, unitOf } from '../scopes.ts';
import type { ScopeIndex } from '../scopes.ts';
import type { Run } from '../run.ts';
import { areBytes } from './bytes.ts';
import { readMemoBlock } from './memo-block.ts';
import type { MemoBlock } from './memo-block.ts';
import { functionOf } from './numbers.ts';

interface Found {
  readonly block: MemoBlock;
  readonly owner: Variable;
}

const known = new WeakMap<Variable, boolean>();

/** Whether a variable is the keys or the values of such a cache. */
export function isMemoTable(run: Run, variable: Variable): boolean {
  const before = known.get(variable);
  if (before !== undefined) return before;
  const unit = unitOf(variable);
  const isMemo = unit !== undefined && isMemoOf(run, scopeIndexOf(unit), variable);
  known.set(variable, isMemo);
  return isMemo;
}

function isMemoOf(run: Run, scopes: ScopeIndex, variable: Variable): boolean {
  const blocks = blocksAround(scopes, variable);
  const [first] = blocks;
  if (!first) return false;
  const { keys, values, shape } = first.block;
  const isOne = blocks.every(({ block }) => block.keys === keys && block.values === values);
  return (
    isOne &&
    blocks.every(({ block }) => block.shape === shape) &&
    [keys, values].every((table) => isUsedOnlyBy(table, blocks)) &&
    blocks.every(({ block, owner }) => areBytes(run, scopes, owner, block.inputs))
  );
}

/** The blocks of all functions that use the variable. */
function blocksAround(scopes: ScopeIndex, variable: Variable): readonly Found[] {
  const owners = new Set(
    variable.references.flatMap(({ from }) => {
      const { block } = from.variableScope;
      const id = block.type === 'FunctionDeclaration' ? block.id : null;
      return id ? [scopes.variableOf(id)] : [];
    }),
  );
  return [...owners].flatMap((owner) => {
    const declared = owner && functionOf(owner);
    if (!declared) return [];
    return declared.body.body.flatMap((statement) => {
      const block = readMemoBlock(scopes, declared, statement);
      return block ? [{ block, owner }] : [];
    });
  });
}

function isUsedOnlyBy(table: Variable, blocks: readonly Found[]): boolean {
  const uses = table.references.filter(({ init }) => !init);
  const mentioned = new Set<TSESTree.Node>();
  for (const { block } of blocks) {
    walkNodes(block.node, (node) => {
      mentioned.add(node);
      return true;
    });
  }
  return uses.every(({ identifier }) => mentioned.has(identifier));
}
