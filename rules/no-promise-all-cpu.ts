import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { promisedMap } from '../src/verdict/promised-map.ts';
import { createRule } from './shared/create-rule.ts';
import type { SourceCode } from '../src/verdict/threads/modules.ts';
import { findFunction, findVariable } from '../src/verdict/threads/modules.ts';
import type { FunctionNode } from '../src/verdict/threads/walk.ts';
import { enclosingFunction, isFunction, propertyName, unwrap, walk } from '../src/verdict/threads/walk.ts';

/** Methods of strings, arrays and numbers that nothing else has which gives a promise. */
const plainMethods = new Set(
  'join toString toFixed slice split trim concat flat reverse indexOf replace replaceAll padStart padEnd toUpperCase toLowerCase charCodeAt localeCompare'.split(
    ' ',
  ),
);
/** Those that clients of databases and caches have, too: plain when called on what the function has made itself. */
const sharedMethods = new Set(
  'digest update get has at includes sort filter some every findIndex keys values entries push pop'.split(
    ' ',
  ),
);
const plainClasses = /^(?:Array|Map|Set|Date|RegExp|\w+Array|ArrayBuffer|DataView)$/;
const plainObjects = new Set(['JSON', 'Math', 'Object', 'Number', 'String', 'Buffer']);
const plainFunctions = new Set(['String', 'Number', 'Boolean', 'BigInt', 'parseInt', 'parseFloat']);

export default createRule({
  name: 'no-promise-all-cpu',
  meta: {
    type: 'problem',
    docs: { description: 'disallow `Promise.all` over functions that compute and never wait' },
    messages: {
      neverWaits:
        'These functions compute and never wait, so they run one after another on this thread and block it: `Promise.all` changes nothing. Use a plain loop, or give the work to a worker pool.',
    },
    schema: [],
  },
  create: (context) => ({
    CallExpression(node) {
      const callback = calledFunction(context.sourceCode, promisedMap(node)?.callback);
      if (callback && neverWaits(context.sourceCode, callback)) {
        context.report({ node: node.callee, messageId: 'neverWaits' });
      }
    },
  }),
});

/** The callback, or what `(item) => hash(item)` calls. */
function calledFunction(sourceCode: SourceCode, given: TSESTree.Node | undefined): FunctionNode | undefined {
  const callback = findFunction(sourceCode, given);
  const only = callback && !callback.async ? callback.body : undefined;
  return only?.type === 'CallExpression' ? findFunction(sourceCode, only.callee) : callback;
}

/** Surely computes, surely doesn't wait: what is not known counts as waiting. */
function neverWaits(sourceCode: SourceCode, callback: FunctionNode): boolean {
  const executor = promiseExecutor(callback);
  if (executor) return isHeavy(sourceCode, executor) && settlesAtOnce(sourceCode, executor);
  return (
    callback.async &&
    !callback.generator &&
    isHeavy(sourceCode, callback) &&
    !isWaiting(sourceCode, callback) &&
    returnsPlainValues(sourceCode, callback)
  );
}

/** `e` of `(x) => new Promise(e)`. */
function promiseExecutor({ body }: FunctionNode): FunctionNode | undefined {
  const last = body.type === 'BlockStatement' ? body.body[0] : undefined;
  const value = last?.type === 'ReturnStatement' ? last.argument : body;
  const isPromise =
    value?.type === 'NewExpression' && value.callee.type === 'Identifier' && value.callee.name === 'Promise';
  const executor = isPromise ? value.arguments[0] : undefined;
  return isFunction(executor) ? executor : undefined;
}

/** All that is in the function itself, functions inside it left out. */
function ownNodes({ visitorKeys }: SourceCode, node: FunctionNode): TSESTree.Node[] {
  return [...walk(node.body, visitorKeys, isFunction)];
}

/** Has a loop, calls a `…Sync` function, or calls a function of the file that does, or that calls itself. */
function isHeavy(sourceCode: SourceCode, node: FunctionNode, around: readonly FunctionNode[] = []): boolean {
  return ownNodes(sourceCode, node).some((one) => {
    if (/^(?:For|While|DoWhile).*Statement$/.test(one.type)) return true;
    if (one.type !== 'CallExpression') return false;
    if (isSyncCall(one)) return true;
    const callee = findFunction(sourceCode, one.callee);
    if (callee === undefined || callee.async) return false;
    return callee === node || (around.length < 2 && isHeavy(sourceCode, callee, [...around, node]));
  });
}

function isSyncCall({ callee }: TSESTree.CallExpression): boolean {
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
  return (callee.type === 'Identifier' ? callee.name : (name ?? '')).endsWith('Sync');
}

function isWaiting(sourceCode: SourceCode, node: FunctionNode): boolean {
  return ownNodes(sourceCode, node).some(
    (one) =>
      one.type === 'AwaitExpression' ||
      (one.type === 'ForOfStatement' && one.await) ||
      (one.type === 'VariableDeclaration' && one.kind === 'await using'),
  );
}

/** Calls `resolve` itself and makes no callbacks that could do so later. */
function settlesAtOnce(sourceCode: SourceCode, executor: FunctionNode): boolean {
  const resolve = executor.params[0];
  const nodes = ownNodes(sourceCode, executor);
  if (resolve?.type !== 'Identifier' || nodes.some((node) => isFunction(node))) return false;
  const uses = nodes.filter((node) => node.type === 'Identifier' && node.name === resolve.name);
  const inside = [...walk(executor.body, sourceCode.visitorKeys)];
  const isOnlyCalled = uses.every(
    ({ parent }) => parent?.type === 'CallExpression' && uses.includes(parent.callee as never),
  );
  return uses.length > 0 && isOnlyCalled && !inside.some((node) => isFunction(node));
}

/** `follow` is how many variables and functions are followed. */
function returnsPlainValues(sourceCode: SourceCode, callback: FunctionNode, follow = 3): boolean {
  const values =
    callback.body.type === 'BlockStatement'
      ? ownNodes(sourceCode, callback).flatMap((one) =>
          one.type === 'ReturnStatement' && one.argument ? [one.argument] : [],
        )
      : [callback.body];
  return values.every((value) => isPlainValue(sourceCode, value, follow));
}

/** No promise: a literal, an operator, an object or array, or the result of a call that is known to give a value. */
function isPlainValue(sourceCode: SourceCode, value: TSESTree.Node, follow: number): boolean {
  // What is awaited keeps its function out of here.
  const node = unwrap(value);
  switch (node.type) {
    case 'Literal':
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'UpdateExpression':
      return true;
    case 'NewExpression':
      return node.callee.type === 'Identifier' && plainClasses.test(node.callee.name);
    case 'LogicalExpression':
      return [node.left, node.right].every((one) => isPlainValue(sourceCode, one, follow));
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].every((one) => isPlainValue(sourceCode, one, follow));
    case 'CallExpression':
      return isPlainCall(sourceCode, node, follow);
    case 'MemberExpression':
      return ['length', 'size'].includes(propertyName(node) ?? '');
    case 'Identifier':
      return follow > 0 && isPlainVariable(sourceCode, node, follow - 1);
    default:
      return false;
  }
}

function isPlainCall(sourceCode: SourceCode, node: TSESTree.CallExpression, follow: number): boolean {
  if (isSyncCall(node)) return true;
  const { callee } = node;
  if (callee.type === 'MemberExpression') {
    const { object } = callee;
    const name = propertyName(callee) ?? '';
    const isStatic = object.type === 'Identifier' && plainObjects.has(object.name);
    return (
      isStatic || plainMethods.has(name) || (sharedMethods.has(name) && isMade(sourceCode, object, follow))
    );
  }
  if (callee.type === 'Identifier' && plainFunctions.has(callee.name)) return true;
  const called = follow > 0 ? findFunction(sourceCode, callee) : undefined;
  return called !== undefined && !called.async && returnsPlainValues(sourceCode, called, follow - 1);
}

/** Made by the function itself: `new Map()`, `[]`, a variable that was given one, `createHash('sha256').update(text)`. */
function isMade(sourceCode: SourceCode, value: TSESTree.Node, follow: number): boolean {
  const node = unwrap(value);
  if (node.type === 'CallExpression') {
    const { callee } = node;
    const maker = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
    return (
      /(?:^|\.)create(?:Hash|Hmac)$/.test(sourceCode.getText(callee)) ||
      (callee.type === 'MemberExpression' && maker !== undefined && isPlainCall(sourceCode, node, follow))
    );
  }
  if (node.type !== 'Identifier')
    return node.type !== 'MemberExpression' && isPlainValue(sourceCode, node, follow);
  const definition = findVariable(sourceCode, node)?.defs[0];
  if (definition?.type !== 'Variable' || follow === 0) return false;
  const isOwn = enclosingFunction(definition.node) === enclosingFunction(node);
  return isOwn && !!definition.node.init && isMade(sourceCode, definition.node.init, follow - 1);
}

/** A variable that only ever gets plain values, or a parameter: an item that is worked on is no promise. */
function isPlainVariable(sourceCode: SourceCode, node: TSESTree.Identifier, follow: number): boolean {
  const variable = findVariable(sourceCode, node);
  const definition = variable?.defs[0];
  const writes = variable?.references.filter((reference) => reference.isWrite()) ?? [];
  const startsPlain =
    definition?.type === 'Parameter'
      ? definition.node.params.includes(definition.name)
      : definition?.type === 'Variable' && definition.node.id.type === 'Identifier' && writes.length > 0;
  return startsPlain && writes.every((write) => isPlainWrite(sourceCode, write, follow));
}

/** `x = 1`, and `x += y` and `x++`, which make a number or text of whatever there is. */
function isPlainWrite(
  sourceCode: SourceCode,
  { identifier, writeExpr }: TSESLint.Scope.Reference,
  follow: number,
): boolean {
  const { parent } = identifier;
  if (parent.type === 'UpdateExpression') return true;
  const isComputed = parent.type === 'AssignmentExpression' && /^[^=&|?]+=$|^[&|]=$/.test(parent.operator);
  return isComputed || (!!writeExpr && isPlainValue(sourceCode, writeExpr, follow));
}
