/**
 * Purpose: the pools of a file that are never closed, or not when a task fails, and how to close them.
 * Input: the file, with its scopes.
 * Guarantee: a pool that something else may close is left alone, and so is a file that ends its process.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { TextEdit } from './close-pool.ts';
import { closeAtEnd, closeOnError } from './close-pool.ts';
import type { SourceCode, Variable } from './modules.ts';
import type { Dispatch, PoolInstance } from './pools.ts';
import { findPools } from './pools.ts';
import { settlementOf } from './settled.ts';
import type { FunctionNode } from './walk.ts';
import { enclosingFunction, propertyName } from './walk.ts';

export interface UnclosedPool {
  readonly kind: 'neverInFunction' | 'neverInScript' | 'notOnError';
  readonly instance: PoolInstance;
  /** The tasks that it is handed. */
  readonly own: readonly Dispatch[];
  /** What makes the pool; for `notOnError`, what closes it. */
  readonly node: TSESTree.Node;
  /** What closes it; undefined where that takes a person. */
  readonly mend: readonly TextEdit[] | undefined;
}

/** In the order in which the pools are made. */
export function findUnclosedPools(code: SourceCode): UnclosedPool[] {
  const { instances, dispatches } = findPools(code);
  if (/\bprocess\.exit\b/.test(code.text)) return [];
  return instances.flatMap((instance) => {
    const { holder, api, maker } = instance;
    if (maker.makes !== 'pool' || holder.kind !== 'variable') return [];
    if (isManaged(holder.variable, api.dispose)) return [];
    const own = dispatches.filter((dispatch) => dispatch.instance.holder === holder);
    return problemOf(code, instance, own, findDisposals(holder.variable, api.dispose)) ?? [];
  });
}

function problemOf(
  code: SourceCode,
  instance: PoolInstance,
  own: readonly Dispatch[],
  disposals: readonly TSESTree.CallExpression[],
): UnclosedPool | undefined {
  const { api, node } = instance;
  const [first] = disposals;
  if (first) {
    if (!isSkippedOnError(code, instance, own, disposals)) return undefined;
    const mend = disposals.length === 1 ? closeOnError(code, { instance, own }, first) : undefined;
    return { kind: 'notOnError', instance, own, node: first, mend };
  }
  if (enclosingFunction(node) !== undefined && own.length > 0 && isMadeByCall(instance)) {
    return { kind: 'neverInFunction', instance, own, node, mend: closeAtEnd(code, { instance, own }) };
  }
  const isLeft = api.keepsProcessAlive && own.some(({ call }) => runsOnImport(call));
  return isLeft ? { kind: 'neverInScript', instance, own, node, mend: undefined } : undefined;
}

/** Every call of the function makes one: its variable is the function's own, not one that keeps the pool from call to call. */
function isMadeByCall({ node, holder }: PoolInstance): boolean {
  const [definition] = holder.kind === 'variable' ? holder.variable.defs : [];
  return definition !== undefined && enclosingFunction(definition.name) === enclosingFunction(node);
}

/** Whether something else closes it: a `using` declaration, or code that the pool was handed to. */
function isManaged(variable: Variable, dispose: readonly string[]): boolean {
  const isUsing = variable.defs.some(
    ({ parent }) =>
      parent?.type === 'VariableDeclaration' && (parent.kind === 'using' || parent.kind === 'await using'),
  );
  const declaredOutside = variable.scope.type === 'global';
  return isUsing || declaredOutside || variable.references.some((reference) => escapes(reference, dispose));
}

function escapes(reference: Variable['references'][number], dispose: readonly string[]): boolean {
  const { identifier } = reference;
  const { parent } = identifier;
  if (reference.isWrite()) return isExported(identifier);
  if (parent.type === 'MemberExpression' && parent.object === identifier) {
    // `process.on('exit', pool.destroy)` hands over the method.
    const isMethodValue = parent.parent.type !== 'CallExpression' || parent.parent.callee !== parent;
    return isMethodValue && dispose.includes(propertyName(parent) ?? '');
  }
  const isTest = parent.type === 'IfStatement' || parent.type === 'UnaryExpression';
  return !isTest;
}

function isExported(identifier: TSESTree.Node): boolean {
  return identifier.parent?.parent?.parent?.type === 'ExportNamedDeclaration';
}

/** The calls that close the pool. */
function findDisposals(variable: Variable, dispose: readonly string[]): TSESTree.CallExpression[] {
  return variable.references.flatMap(({ identifier }) => {
    const member = identifier.parent;
    if (member.type !== 'MemberExpression' || member.object !== identifier) return [];
    const call = member.parent;
    const closes = call.type === 'CallExpression' && dispose.includes(propertyName(member) ?? '');
    return closes ? [call] : [];
  });
}

/** An awaited task stands before the only closings, in the same function, and nothing catches its error. */
function isSkippedOnError(
  code: SourceCode,
  { node }: PoolInstance,
  own: readonly Dispatch[],
  disposals: readonly TSESTree.CallExpression[],
): boolean {
  const home = enclosingFunction(node);
  if (
    home === undefined ||
    endsProcess(home) ||
    !disposals.every((call) => enclosingFunction(call) === home && isPlain(call))
  ) {
    return false;
  }
  const closedAt = Math.min(...disposals.map((call) => call.range[0]));
  return own.some(
    ({ call }) =>
      call.range[1] < closedAt &&
      (isAwaitedIn(call, home) || isAwaitedLater(code, call, home, closedAt)) &&
      !isCaughtBefore(call, closedAt),
  );
}

/** A `main` that is only called as `main();` at the top level: with its error, which nothing handles, the process ends. */
function endsProcess(home: TSESTree.Node): boolean {
  if (home.type !== 'FunctionDeclaration' || home.parent.type !== 'Program') return false;
  return home.parent.body.some((statement) => {
    if (statement.type !== 'ExpressionStatement') return false;
    const { expression } = statement;
    const call = expression.type === 'AwaitExpression' ? expression.argument : expression;
    return (
      call.type === 'CallExpression' &&
      call.callee.type === 'Identifier' &&
      call.callee.name === home.id?.name
    );
  });
}

/** Neither in a `finally` nor in a `catch`. */
function isPlain(call: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = call; at; at = at.parent) {
    if (at.type === 'CatchClause') return false;
    const parent: TSESTree.Node | undefined = at.parent;
    if (parent?.type === 'TryStatement' && parent.finalizer === at) return false;
  }
  return true;
}

/** `await pool.run(x)`, `await Promise.all(xs.map((x) => pool.run(x)))`: an error leaves the function `home` here. */
function isAwaitedIn(call: TSESTree.Node, home: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = call; at && at !== home; at = at.parent) {
    if (hasHandler(at)) return false;
    if (at.type === 'AwaitExpression' && enclosingFunction(at) === home) return true;
  }
  return false;
}

/** `const tasks = xs.map((x) => pool.run(x)); await Promise.all(tasks);` */
function isAwaitedLater(
  code: SourceCode,
  call: TSESTree.CallExpression,
  home: FunctionNode,
  closedAt: number,
): boolean {
  const settlement = settlementOf(code, call, home);
  if (settlement?.by !== 'await' || settlement.node.range[1] > closedAt) return false;
  const isHandled =
    settlement.node.argument.type === 'CallExpression' && hasHandler(settlement.node.argument);
  return !isHandled && !isCaughtBefore(settlement.node, closedAt);
}

/** `pool.run(x).catch(log)`: the error goes no further. */
function hasHandler(node: TSESTree.Node): boolean {
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    ['catch', 'allSettled'].includes(propertyName(node.callee) ?? '')
  );
}

/** A `try` with a `catch` around the task that ends before the pool is closed. */
function isCaughtBefore(call: TSESTree.Node, closedAt: number): boolean {
  for (let at: TSESTree.Node | undefined = call; at; at = at.parent) {
    const parent: TSESTree.Node | undefined = at.parent;
    if (parent?.type === 'TryStatement' && parent.block === at && parent.handler) {
      if (parent.range[1] <= closedAt) return true;
    }
  }
  return false;
}

/** At the top level, in a function that is called where it stands, or in one that the top level calls by name. */
function runsOnImport(node: TSESTree.Node): boolean {
  const around = enclosingFunction(node);
  if (around === undefined) return true;
  if (around.parent.type === 'CallExpression' && around.parent.callee === around) {
    return enclosingFunction(around) === undefined;
  }
  if (around.type !== 'FunctionDeclaration' || around.parent.type !== 'Program') return false;
  return around.parent.body.some(
    (statement) => statement.type === 'ExpressionStatement' && calls(statement.expression, around.id?.name),
  );
}

/** `main()`, `await main()`, `main().then(f).catch(g)` */
function calls(expression: TSESTree.Expression, name: string | undefined): boolean {
  if (expression.type === 'AwaitExpression') return calls(expression.argument, name);
  if (expression.type === 'UnaryExpression') return calls(expression.argument, name);
  if (expression.type !== 'CallExpression') return false;
  const { callee } = expression;
  if (callee.type === 'Identifier') return callee.name === name;
  return callee.type === 'MemberExpression' && calls(callee.object, name);
}
