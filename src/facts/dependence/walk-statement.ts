/**
 * Purpose: visit statements along the control flow.
 * Input: a recorder, the state before, and the jump targets around.
 * Guarantee: the state after a statement holds on every path that leaves it normally.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Recorder } from './recorder.ts';
import type { Reachable, State } from './state.ts';
import { forget, join, joinAll } from './state.ts';
import { isFunction } from './syntax.ts';
import { assignPattern, assignTo, evaluate } from './walk-expression.ts';
import { walkForStatement, walkIteration, walkWhileStatement } from './walk-loop.ts';

type Node = TSESTree.Node;

/** Where `break` and `continue` lead, with the states that arrive there. */
export interface Target {
  readonly label: string | undefined;
  readonly kind: 'loop' | 'switch' | 'block';
  readonly breaks: State[];
  readonly continues: State[];
}

export interface Jumps {
  readonly targets: readonly Target[];
  /** States at `return` in the callback of a method form: there it ends the iteration. */
  readonly returns: State[];
}

export const newTarget = (kind: Target['kind'], label: string | undefined): Target => ({
  label,
  kind,
  breaks: [],
  continues: [],
});

export const within = (jumps: Jumps, target: Target): Jumps => ({
  ...jumps,
  targets: [...jumps.targets, target],
});

export function walkStatement(
  recorder: Recorder,
  node: Node,
  before: Reachable,
  jumps: Jumps,
  label?: string,
): Reachable {
  if (before === undefined) return undefined;
  if (isJump(node)) {
    walkJump(recorder, node, before, jumps);
    return;
  }
  switch (node.type) {
    case 'BlockStatement':
      return walkStatements(recorder, node.body, before, jumps);
    case 'VariableDeclaration':
      return walkDeclarations(recorder, node, before);
    case 'IfStatement':
      return walkIf(recorder, node, before, jumps);
    case 'ForStatement':
      return walkForStatement(recorder, node, before, jumps, label);
    case 'ForOfStatement':
    case 'ForInStatement':
      return walkIteration(recorder, node, before, jumps, label);
    case 'WhileStatement':
    case 'DoWhileStatement':
      return walkWhileStatement(recorder, node, before, jumps, label);
    case 'SwitchStatement':
      return walkSwitch(recorder, node, before, jumps, label);
    case 'TryStatement':
      return walkTry(recorder, node, before, jumps);
    case 'LabeledStatement':
      return walkLabeled(recorder, node, before, jumps);
    case 'FunctionDeclaration':
      walkFunctionBody(recorder, node, forget(before, recorder.writes.inside(node.range)));
      return forget(before, recorder.writes.inside(node.range));
    default:
      return evaluate(recorder, node, before);
  }
}

function walkStatements(
  recorder: Recorder,
  statements: readonly Node[],
  before: Reachable,
  jumps: Jumps,
): Reachable {
  return statements.reduce<Reachable>((s, child) => walkStatement(recorder, child, s, jumps), before);
}

/** `let x = e`; without an initialiser the variable is new all the same (`var` keeps its value). */
export function walkDeclarations(
  recorder: Recorder,
  node: TSESTree.VariableDeclaration,
  before: State,
): State {
  return node.declarations.reduce((state, { id, init }) => {
    if (!init && node.kind === 'var') return state;
    return id.type === 'Identifier'
      ? assignTo(recorder, id, init, state)
      : assignPattern(recorder, id, evaluate(recorder, init, state));
  }, before);
}

function walkIf(recorder: Recorder, node: TSESTree.IfStatement, before: State, jumps: Jumps): Reachable {
  const state = evaluate(recorder, node.test, before);
  recorder.branches += 1;
  const yes = walkStatement(recorder, node.consequent, state, jumps);
  const no = node.alternate ? walkStatement(recorder, node.alternate, state, jumps) : state;
  recorder.branches -= 1;
  return join(yes, no);
}

function walkSwitch(
  recorder: Recorder,
  node: TSESTree.SwitchStatement,
  before: State,
  jumps: Jumps,
  label: string | undefined,
): Reachable {
  const target = newTarget('switch', label);
  const inner = within(jumps, target);
  let tested = evaluate(recorder, node.discriminant, before);
  let falling: Reachable;
  recorder.branches += 1;
  for (const { test, consequent } of node.cases) {
    tested = evaluate(recorder, test, tested);
    falling = walkStatements(recorder, consequent, join(falling, tested), inner);
  }
  recorder.branches -= 1;
  const hasDefault = node.cases.some((c) => c.test === null);
  return joinAll([falling, hasDefault ? undefined : tested, ...target.breaks]);
}

/**
 * A handler starts where the block started, with everything unknown that the block may have written; jumps out of the
 * statement don't know what the finalizer writes either.
 */
function walkTry(recorder: Recorder, node: TSESTree.TryStatement, before: State, jumps: Jumps): Reachable {
  const started = forget(before, recorder.writes.inside(node.block.range));
  const left = jumps.targets.map((t) => [t.breaks.length, t.continues.length] as const);
  recorder.branches += 1;
  const tried = walkStatement(recorder, node.block, before, jumps);
  const caught = node.handler && walkHandler(recorder, node.handler, started, jumps);
  recorder.branches -= 1;
  const normal = node.handler ? join(tried, caught ?? undefined) : tried;
  if (!node.finalizer) return normal;
  const touched = recorder.writes.inside(node.range);
  const finished = walkStatement(recorder, node.finalizer, forget(before, touched), jumps);
  jumps.targets.forEach((target, i) => {
    const [breaks, continues] = left[i] ?? [0, 0];
    forgetFrom(target.breaks, breaks, touched);
    forgetFrom(target.continues, continues, touched);
  });
  if (!normal || !finished) return undefined;
  return { assigned: new Set([...normal.assigned, ...finished.assigned]), values: finished.values };
}

function walkHandler(recorder: Recorder, node: TSESTree.CatchClause, state: State, jumps: Jumps): Reachable {
  const bound = node.param ? assignPattern(recorder, node.param, state) : state;
  return walkStatement(recorder, node.body, bound, jumps);
}

function forgetFrom(states: State[], first: number, touched: ReadonlySet<string>): void {
  states.forEach((state, i) => {
    if (i >= first) states[i] = forget(state, touched);
  });
}

function walkLabeled(
  recorder: Recorder,
  node: TSESTree.LabeledStatement,
  before: State,
  jumps: Jumps,
): Reachable {
  if (/^(For|ForOf|ForIn|While|DoWhile|Switch)Statement$/.test(node.body.type)) {
    return walkStatement(recorder, node.body, before, jumps, node.label.name);
  }
  const target = newTarget('block', node.label.name);
  recorder.branches += 1;
  const after = walkStatement(recorder, node.body, before, within(jumps, target));
  recorder.branches -= 1;
  return joinAll([after, ...target.breaks]);
}

type Jump =
  TSESTree.BreakStatement | TSESTree.ContinueStatement | TSESTree.ReturnStatement | TSESTree.ThrowStatement;

function isJump(node: Node): node is Jump {
  return /^(Break|Continue|Return|Throw)Statement$/.test(node.type);
}

/** A jump that finds no target leaves the loop in question: nothing of the body follows. */
function walkJump(recorder: Recorder, node: Jump, before: State, jumps: Jumps): undefined {
  const state = 'argument' in node ? evaluate(recorder, node.argument, before) : before;
  recorder.passedJump = true;
  if (node.type === 'ReturnStatement') jumps.returns.push(state);
  if (!('label' in node)) return;
  const isContinue = node.type === 'ContinueStatement';
  const target = jumps.targets.findLast((t) =>
    node.label ? t.label === node.label.name : t.kind === 'loop' || (t.kind === 'switch' && !isContinue),
  );
  (isContinue ? target?.continues : target?.breaks)?.push(state);
}

/** The body of a function that is made here: visited once, as something that may or may not run. */
export function walkFunctionBody(recorder: Recorder, node: Node, state: State): void {
  if (!isFunction(node)) return;
  recorder.branches += 1;
  const bound = node.params.reduce((s, param) => assignPattern(recorder, param, s), state);
  const jumps: Jumps = { targets: [], returns: [] };
  if (node.body.type === 'BlockStatement') walkStatement(recorder, node.body, bound, jumps);
  else evaluate(recorder, node.body, bound);
  recorder.branches -= 1;
}
