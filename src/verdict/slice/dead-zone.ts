/**
 * Purpose: variables that may be without a value yet when the loop starts (the temporal dead zone of `let`, `const` and `class`): what reads
 * them before the first iteration would throw where the loop itself may not. In a worker module, a `var` has its value from the start too.
 * Input: a variable that the part uses, and the loop.
 * Guarantee: false only when the declaration has run whenever the loop is reached, as far as its own file tells.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Variable } from '@typescript-eslint/scope-manager';
import { contains } from '../../facts/ast.ts';
import { deferringCode, findEarlyCall } from '../../facts/index.ts';
import type { LoopView } from './loop-view.ts';

/** @param moves whether the worker module declares it too, and so has its first value */
export function mayBeUninitialised(view: LoopView, variable: Variable, moves: boolean): boolean {
  const declaration = declarationOf(variable, moves);
  const { node } = view.analysis.site;
  // What the head of a `for` declares is declared before the call that takes its place.
  if (!declaration || contains(node.range, declaration.range)) return false;
  const { block, type } = variable.scope;
  const end = declaration.range[1];
  const deferred = deferringCode(node, block);
  if (!deferred) return node.range[0] < end || type === 'switch';
  return mayRunBefore(view, { block, end }, deferred, new Set());
}

/** The code of `let x = …`, `const x = …` or `class X …`, which gives the variable its first value; a `var` has none before, which can be read. */
function declarationOf({ defs: [definition] }: Variable, isVarToo: boolean): TSESTree.Node | undefined {
  if (definition?.type === 'ClassName') return definition.node;
  const counts = definition?.type === 'Variable' && (isVarToo || definition.parent.kind !== 'var');
  return counts ? definition.node : undefined;
}

/** A declaration's block, and where the declaration ends. */
interface Zone {
  readonly block: TSESTree.Node;
  readonly end: number;
}

/** Whether code that runs when it is called may run before the end of the declaration. */
function mayRunBefore(view: LoopView, zone: Zone, code: TSESTree.Node, seen: Set<TSESTree.Node>): boolean {
  if (seen.has(code)) return false;
  seen.add(code);
  const { block, end } = zone;
  const isCalledBetween = (from: number): boolean =>
    from < end && findEarlyCall(view.unit, block, [from, end]) !== undefined;
  // The value of an expression, or of a class, is there from then on; a function declaration is there from the start.
  if (code.type !== 'FunctionDeclaration' || !code.id) return isCalledBetween(code.range[0]);
  const references = view.names.variableOf(code.id)?.references ?? [];
  return references.some(({ identifier }) => {
    const [at] = identifier.range;
    const caller = deferringCode(identifier, block);
    if (caller) return mayRunBefore(view, zone, caller, seen);
    return at < end && (isCallee(identifier) || isCalledBetween(at));
  });
}

function isCallee(node: TSESTree.Node): boolean {
  const { parent } = node;
  return (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee === node;
}
