import type { TSESTree } from '@typescript-eslint/utils';
import type { RuleContext } from './shared/create-rule.ts';
import { createRule } from './shared/create-rule.ts';
import type { Variable } from './shared/modules.ts';
import type { Dispatch, PoolInstance } from './shared/pools.ts';
import { findPools } from './shared/pools.ts';
import { disposalSuggestions, suggestClosing, suggestFinally } from './shared/suggest-disposal.ts';
import { enclosingFunction, propertyName } from './shared/walk.ts';

export default createRule({
  name: 'require-pool-disposal',
  meta: {
    type: 'problem',
    docs: { description: 'require worker pools to be closed, also when a task fails' },
    messages: {
      neverInFunction:
        'This {{library}} pool is never closed: every call of the function leaves its threads behind. Close it with `{{method}}()` in a `finally`.',
      neverInScript:
        'This {{library}} pool is never closed, and its threads keep the process alive. Close it with `{{method}}()` when the last task is done.',
      notOnError:
        'When a task fails, this line is not reached and the {{library}} pool stays open. Move it into a `finally`.',
      ...disposalSuggestions,
    },
    hasSuggestions: true,
    schema: [],
  },
  create: (context) => ({
    'Program:exit'() {
      const { instances, dispatches } = findPools(context.sourceCode);
      if (/\bprocess\.exit\b/.test(context.sourceCode.text)) return;
      for (const instance of instances) {
        if (instance.maker.makes === 'pool') checkPool(context, instance, dispatches);
      }
    },
  }),
});

function checkPool(context: RuleContext, instance: PoolInstance, dispatches: readonly Dispatch[]): void {
  const { holder, api, node } = instance;
  if (holder.kind !== 'variable' || isManaged(holder.variable, api.dispose)) return;
  const own = dispatches.filter((dispatch) => dispatch.instance.holder === holder);
  const disposals = findDisposals(holder.variable, api.dispose);
  const data = { library: api.library, method: api.dispose[0] ?? '' };
  if (disposals.length > 0) {
    const [first] = disposals;
    if (first && isSkippedOnError(instance, own, disposals)) {
      const suggest = disposals.length === 1 ? suggestFinally(context.sourceCode, node, first) : [];
      context.report({ node: first, messageId: 'notOnError', data, suggest });
    }
  } else if (enclosingFunction(node) !== undefined && own.length > 0) {
    const suggest = suggestClosing(context.sourceCode, instance, own);
    context.report({ node, messageId: 'neverInFunction', data, suggest });
  } else if (api.keepsProcessAlive && own.some(({ call }) => runsOnImport(call))) {
    context.report({ node, messageId: 'neverInScript', data });
  }
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
    ({ call }) => call.range[1] < closedAt && isAwaitedIn(call, home) && !isCaughtBefore(call, closedAt),
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
