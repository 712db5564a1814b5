import type { TSESTree } from '@typescript-eslint/utils';
import { listenerMethods } from '../src/verdict/threads/pool-apis.ts';
import type { RuleContext } from './shared/create-rule.ts';
import { createRule } from './shared/create-rule.ts';
import type { PoolInstance } from '../src/verdict/threads/pools.ts';
import { findPools } from '../src/verdict/threads/pools.ts';
import { findVariable } from '../src/verdict/threads/modules.ts';
import type { FunctionNode } from '../src/verdict/threads/walk.ts';
import { findAncestor, isFunction, propertyName, walk } from '../src/verdict/threads/walk.ts';
import { findWorkerFunctions } from './shared/worker-functions.ts';

const listeners = [...listenerMethods, 'addEventListener'];

export default createRule({
  name: 'require-worker-error-handling',
  meta: {
    type: 'problem',
    docs: { description: 'require errors of workers and of their tasks to be handled' },
    messages: {
      noListener:
        "This worker has a 'message' listener but none for 'error': an error in it ends the whole process, or leaves who waits for the message waiting. Add `.on('error', …)`.",
      lostClass:
        'On the main thread this error is a plain `Error`: `instanceof {{name}}` is false there and its own fields are gone. Return what went wrong as data, or tell errors apart by their message.',
      lostFields:
        'The fields that are put on this error are gone on the main thread, where it arrives with its message and stack alone. Return them as data, or put them into the message.',
      floating:
        'Nobody waits for this task: its error would be lost, or end the process. Await it, or add `.catch(…)`.',
    },
    schema: [],
  },
  create: (context) => ({
    'Program:exit'() {
      const { instances, dispatches } = findPools(context.sourceCode);
      for (const instance of instances) {
        if (instance.api.library === 'worker_threads') checkListeners(context, instance);
      }
      for (const { instance, call } of dispatches) {
        if (!instance.api.collectsErrors && isFloating(call)) {
          context.report({ node: call, messageId: 'floating' });
        }
      }
      for (const worker of findWorkerFunctions(context.sourceCode, context.physicalFilename)) {
        checkThrown(context, worker);
      }
    },
  }),
});

/** Errors cross as plain errors, without class and fields. */
function checkThrown(context: RuleContext, worker: FunctionNode): void {
  for (const node of walk(worker.body, context.sourceCode.visitorKeys, isFunction)) {
    if (node.type !== 'ThrowStatement' || findAncestor(node, isTryIn) !== undefined) continue;
    const { argument } = node;
    if (isWithFields(argument)) context.report({ node: argument, messageId: 'lostFields' });
    const name = ownErrorClass(context, argument);
    if (name !== undefined) context.report({ node: argument, messageId: 'lostClass', data: { name } });
  }
}

/** `Object.assign(new Error(…), { code })` */
function isWithFields(error: TSESTree.Expression): boolean {
  if (error.type !== 'CallExpression' || error.callee.type !== 'MemberExpression') return false;
  const { object } = error.callee;
  const isAssign =
    object.type === 'Identifier' && object.name === 'Object' && propertyName(error.callee) === 'assign';
  return isAssign && error.arguments[0]?.type === 'NewExpression';
}

/** The name of a class of the file that has a superclass, of which this is an instance. */
function ownErrorClass(context: RuleContext, error: TSESTree.Expression): string | undefined {
  if (error.type !== 'NewExpression' || error.callee.type !== 'Identifier') return undefined;
  const definition = findVariable(context.sourceCode, error.callee)?.defs[0];
  const isOwn = definition?.type === 'ClassName' && definition.node.superClass !== null;
  return isOwn ? error.callee.name : undefined;
}

/** A `try` with a `catch`: what is thrown in it may go no further. */
function isTryIn(node: TSESTree.Node): node is TSESTree.TryStatement {
  return node.type === 'TryStatement' && node.handler !== null;
}

function checkListeners(context: RuleContext, { node, holder }: PoolInstance): void {
  const events = new Set(chainedEvents(node));
  if (holder.kind === 'variable') {
    for (const { identifier, init } of holder.variable.references) {
      if (init || isAssigned(identifier)) continue;
      if (!isReceiver(identifier)) return;
      for (const event of chainedEvents(identifier)) events.add(event);
    }
    if (isExported(holder.variable.identifiers[0])) return;
  } else if (holder.kind === 'field' || !isWholeChain(node)) {
    return;
  }
  if (events.has('message') && !events.has('error')) context.report({ node, messageId: 'noListener' });
}

/** The events of `worker.on('a', f).on('b', g)` and of `worker.onerror = f`, read outwards from `worker`. */
function chainedEvents(worker: TSESTree.Node): string[] {
  const events: string[] = [];
  for (let at = worker; at.parent?.type === 'MemberExpression' && at.parent.object === at;) {
    const member = at.parent;
    const name = propertyName(member) ?? '';
    if (name.startsWith('on') && name.length > 2 && isAssigned(member)) events.push(name.slice(2));
    const call = member.parent;
    if (call.type !== 'CallExpression' || call.callee !== member) break;
    const event = call.arguments[0];
    // An event's name that isn't written out may be any.
    if (listeners.includes(name)) events.push(event?.type === 'Literal' ? String(event.value) : 'error');
    at = call;
  }
  return events;
}

function isAssigned(node: TSESTree.Node): boolean {
  return node.parent?.type === 'AssignmentExpression' && node.parent.left === node;
}

/** `worker.…`: the worker isn't handed to anyone else. */
function isReceiver(node: TSESTree.Node): boolean {
  return node.parent?.type === 'MemberExpression' && node.parent.object === node;
}

/** The worker's value ends as a statement: `new Worker(f).on('message', g);` */
function isWholeChain(node: TSESTree.Node): boolean {
  let at = node;
  while (
    at.parent?.type === 'MemberExpression' ||
    (at.parent?.type === 'CallExpression' && at.parent.callee === at)
  ) {
    at = at.parent;
  }
  return at.parent?.type === 'ExpressionStatement' || isExecutor(at.parent);
}

/** `new Promise((resolve) => new Worker(f).on('message', resolve))`: what the function gives is not used. */
function isExecutor(node: TSESTree.Node | undefined): boolean {
  return (
    node?.type === 'ArrowFunctionExpression' &&
    node.parent.type === 'NewExpression' &&
    node.parent.callee.type === 'Identifier' &&
    node.parent.callee.name === 'Promise'
  );
}

function isExported(name: TSESTree.Node | undefined): boolean {
  return name?.parent?.parent?.parent?.type === 'ExportNamedDeclaration';
}

/** `pool.run(x);` and `pool.run(x).then(f);` as statements, also under a condition: `ready && pool?.run(x);`. */
function isFloating(call: TSESTree.CallExpression): boolean {
  let at: TSESTree.Node = call;
  for (;;) {
    const member: TSESTree.Node | undefined = at.parent;
    if (!member) return false;
    if (member.type === 'ExpressionStatement' || isForEachCallback(member, at)) return true;
    if (isSameStatement(member, at)) {
      at = member;
      continue;
    }
    if (member.type !== 'MemberExpression' || member.object !== at) return false;
    const next: TSESTree.Node = member.parent;
    if (next.type !== 'CallExpression' || next.callee !== member) return false;
    const name = propertyName(member);
    if (name === 'catch' || (name === 'then' && next.arguments.length > 1)) return false;
    at = next;
  }
}

/** `a && call`, `a ? call : b`, `pool?.run(x)`: the value is used where that of the whole is. */
function isSameStatement(around: TSESTree.Node, at: TSESTree.Node): boolean {
  if (around.type === 'LogicalExpression') return around.right === at;
  if (around.type === 'ConditionalExpression') return around.test !== at;
  return around.type === 'ChainExpression';
}

/** `items.forEach((item) => pool.run(item))`: `forEach` drops what its callback gives. */
function isForEachCallback(around: TSESTree.Node, at: TSESTree.Node): boolean {
  return (
    around.type === 'ArrowFunctionExpression' &&
    around.body === at &&
    around.parent.type === 'CallExpression' &&
    around.parent.callee.type === 'MemberExpression' &&
    propertyName(around.parent.callee) === 'forEach'
  );
}
