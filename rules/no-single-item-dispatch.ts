import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceUnit } from '../src/model/index.ts';
import { parseSource } from '../src/parse/index.ts';
import type { RuleContext } from './shared/create-rule.ts';
import { createRule } from './shared/create-rule.ts';
import { readOptions } from './shared/options.ts';
import { withRunContext } from './shared/run-context.ts';
import { lookInto } from './shared/verdicts.ts';
import type { SourceCode } from '../src/verdict/threads/modules.ts';
import { findVariable } from '../src/verdict/threads/modules.ts';
import type { Dispatch, PoolInstance } from '../src/verdict/threads/pools.ts';
import { findPools } from '../src/verdict/threads/pools.ts';
import { findTinyTasks } from '../src/verdict/threads/tiny-tasks.ts';
import type { FunctionNode } from '../src/verdict/threads/walk.ts';
import { contains, enclosingFunction, isFunction, propertyName, walk } from '../src/verdict/threads/walk.ts';

type Loop = TSESTree.ForOfStatement | TSESTree.ForInStatement | TSESTree.ForStatement;

export default createRule({
  name: 'no-single-item-dispatch',
  meta: {
    type: 'problem',
    docs: { description: 'disallow handing a worker pool one task at a time' },
    messages: {
      awaited:
        'Each task is awaited before the next one is handed over, so one worker works and the others wait. Hand over all tasks, then await them: `await Promise.all(items.map((item) => …))`.',
      poolForEach:
        'A {{library}} pool is made for every item, and starting threads takes longer than most tasks. Make one pool before the loop.',
      tiny: 'A task of this {{library}} pool takes about {{time}} µs, less than its message there and back. Hand over lists of items: `npx doall apply --transform chunk-pool-dispatch` rewrites it.',
    },
    schema: [],
  },
  create: (context) => ({
    'Program:exit'() {
      const { instances, dispatches } = findPools(context.sourceCode);
      for (const { call, instance } of dispatches) {
        const awaited = awaitOf(call);
        if (awaited && instance.maker.makes === 'pool') checkAwaited(context, { call, instance }, awaited);
      }
      for (const instance of instances) {
        if (instance.maker.makes === 'pool') checkMaking(context, instance);
      }
      if (dispatches.length > 0) checkSize(context);
    },
  }),
});

/** `await` of the task, or of what follows it: `await pool.run(x).then(log)`, `await pool?.run(x)`. */
function awaitOf(call: TSESTree.CallExpression): TSESTree.AwaitExpression | undefined {
  const { parent } = call;
  if (parent.type === 'AwaitExpression') return parent;
  if (parent.type === 'ChainExpression')
    return parent.parent.type === 'AwaitExpression' ? parent.parent : undefined;
  const isChained = parent.type === 'MemberExpression' && parent.object === call;
  return isChained && parent.parent.type === 'CallExpression' ? awaitOf(parent.parent) : undefined;
}

function checkAwaited(
  context: RuleContext,
  { call, instance }: Dispatch,
  awaited: TSESTree.AwaitExpression,
): void {
  const loop = findLoop(awaited);
  // Of a pool that is made in the loop something else is said.
  if (loop === undefined || contains(loop, instance.node)) return;
  const { sourceCode } = context;
  if (!handsOverItem(sourceCode, call, loop)) return;
  const deliberate = endsEarly(sourceCode, loop) || carriesOver(sourceCode, call, loop) || isOneOfMany(loop);
  if (!deliberate) context.report({ node: awaited, messageId: 'awaited' });
}

/** The innermost `for`, `for…of` or `for…in` whose body holds the node, in the same function. */
function findLoop(node: TSESTree.Node): Loop | undefined {
  for (let at = node; at.parent && !isFunction(at.parent); at = at.parent) {
    const { parent } = at;
    const isLoop =
      parent.type === 'ForStatement' ||
      parent.type === 'ForInStatement' ||
      (parent.type === 'ForOfStatement' && !parent.await);
    if (isLoop && parent.body === at) return parent;
    // How often these run depends on the results.
    if (parent.type === 'WhileStatement' || parent.type === 'DoWhileStatement') return undefined;
  }
  return undefined;
}

/** The arguments mention something that the loop binds: else the same task is tried again. */
function handsOverItem(sourceCode: SourceCode, call: TSESTree.CallExpression, loop: Loop): boolean {
  return referencesIn(sourceCode, call.arguments).some(({ resolved }) =>
    resolved?.defs.some(({ name }) => contains(loop, name)),
  );
}

/** `break`, `return`, `throw` and `yield`: the results, or who takes them, decide whether the next task is wanted. */
function endsEarly({ visitorKeys }: SourceCode, loop: Loop): boolean {
  // What a `catch` throws is an error that would have ended the loop without it, too.
  const isPassedOver = (node: TSESTree.Node) => isFunction(node) || node.type === 'CatchClause';
  const nodes = [...walk(loop.body, visitorKeys, isFunction)];
  const inside = [...walk(loop.body, visitorKeys, isPassedOver)];
  return (
    nodes.some(({ type }) => /^(?:Break|Return)Statement$|^YieldExpression$/.test(type)) ||
    inside.some(({ type }) => type === 'ThrowStatement')
  );
}

/** A variable from outside the loop is assigned in it, or its object changed, and goes into the next task. */
function carriesOver(sourceCode: SourceCode, call: TSESTree.CallExpression, loop: Loop): boolean {
  return referencesIn(sourceCode, call.arguments).some(({ resolved }) => {
    const isOuter = resolved?.defs.every(({ name }) => !contains(loop, name));
    return (
      isOuter &&
      resolved?.references.some(
        (one) =>
          contains(loop, one.identifier) &&
          (one.isWrite() ||
            (mayChange(one.identifier) && !call.arguments.some((sent) => contains(sent, one.identifier)))),
      )
    );
  });
}

/** `state.n = …`, `state.list[0]++`, `delete state.n`, and any call of a method: `history.push(…)`. */
function mayChange(identifier: TSESTree.Node): boolean {
  let at = identifier;
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) at = at.parent;
  const { parent } = at;
  if (at === identifier || !parent) return false;
  if (parent.type === 'AssignmentExpression') return parent.left === at;
  if (parent.type === 'UnaryExpression') return parent.operator === 'delete';
  return parent.type === 'UpdateExpression' || (parent.type === 'CallExpression' && parent.callee === at);
}

/** The loop is in a callback: several may run at a time, as in a hand-made queue. */
function isOneOfMany(loop: Loop): boolean {
  const around: FunctionNode | undefined = enclosingFunction(loop);
  return around?.parent.type === 'CallExpression' && around.parent.callee !== around;
}

function referencesIn(
  sourceCode: SourceCode,
  nodes: readonly TSESTree.Node[],
): { resolved: TSESLint.Scope.Variable | undefined }[] {
  return nodes
    .flatMap((node) => [...walk(node, sourceCode.visitorKeys)])
    .filter((node) => node.type === 'Identifier')
    .map((node) => ({ resolved: findVariable(sourceCode, node) }));
}

function checkSize(context: RuleContext): void {
  const found = withRunContext(context.cwd, readOptions(context).analysis, (run) =>
    lookInto(context, (unit) => findTinyTasks(unit, run, parse)),
  );
  for (const tasks of found) {
    if (!('perTask' in tasks)) continue;
    const data = { library: tasks.library, time: Math.max(1, Math.round(tasks.perTask / 1000)) };
    context.report({ node: tasks.call.callee, messageId: 'tiny', data });
  }
}

function parse(text: string, file: string): SourceUnit | undefined {
  const parsed = parseSource(text, file);
  return 'unit' in parsed ? parsed.unit : undefined;
}

function checkMaking(context: RuleContext, { api, node }: PoolInstance): void {
  const repeated = findLoop(node) ?? mapCallbackAround(node);
  if (!repeated || isOfOwnKind(context.sourceCode, node, repeated)) return;
  context.report({ node, messageId: 'poolForEach', data: { library: api.library } });
}

/** What the pool is made with differs from round to round: a pool for each kind of task, not for each task. */
function isOfOwnKind(
  sourceCode: SourceCode,
  { arguments: given }: PoolInstance['node'],
  around: TSESTree.Node,
): boolean {
  return referencesIn(sourceCode, given).some(({ resolved }) =>
    resolved?.defs.some(({ name }) => contains(around, name)),
  );
}

function mapCallbackAround(node: TSESTree.Node): FunctionNode | undefined {
  const callback = enclosingFunction(node);
  const call = callback?.parent;
  const isMapped =
    call?.type === 'CallExpression' &&
    call.callee.type === 'MemberExpression' &&
    ['map', 'forEach', 'flatMap'].includes(propertyName(call.callee) ?? '');
  return isMapped ? callback : undefined;
}
