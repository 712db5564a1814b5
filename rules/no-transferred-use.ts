import type { TSESTree } from '@typescript-eslint/utils';
import type { RuleContext } from './shared/create-rule.ts';
import { createRule } from './shared/create-rule.ts';
import type { SourceCode, Variable } from '../src/verdict/threads/modules.ts';
import { constantValue, exportOf, findVariable } from '../src/verdict/threads/modules.ts';
import {
  contains,
  enclosingFunction,
  isFunction,
  propertyName,
  unwrap,
} from '../src/verdict/threads/walk.ts';

/** Properties of an options argument that list what is transferred. */
const listNames = ['transfer', 'transferList'];

export default createRule({
  name: 'no-transferred-use',
  meta: {
    type: 'problem',
    docs: { description: 'disallow the use of a buffer or port after it was transferred' },
    messages: {
      used: '`{{name}}` was transferred in line {{line}}: it is empty here, or a call on it throws. Use it before, or send a copy.',
      again:
        '`{{name}}` is transferred in every iteration, and after the first one there is nothing left to transfer. Make it inside the loop, or use a `SharedArrayBuffer`.',
    },
    schema: [],
  },
  create: (context) => ({
    CallExpression(node) {
      const [first] = node.arguments;
      if (first && isTransferOf(context.sourceCode, node)) {
        const identifier = transferredIdentifier(first);
        if (identifier) checkTransfer(context, node, identifier);
      }
      checkLists(context, node);
    },
    NewExpression(node) {
      checkLists(context, node);
    },
  }),
});

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

function checkLists(context: RuleContext, node: Call): void {
  for (const list of transferLists(context.sourceCode, node)) {
    for (const element of list.elements) {
      const identifier = transferredIdentifier(element);
      if (identifier) checkTransfer(context, node, identifier);
    }
  }
}

/** `[buffer]` of `port.postMessage(x, [buffer])`, `{ transfer: [buffer] }` and `Comlink.transfer(x, [buffer])`. */
function transferLists(sourceCode: SourceCode, node: Call): TSESTree.ArrayExpression[] {
  const takesList = takesTransferList(sourceCode, node.callee);
  return node.arguments.slice(1).flatMap((argument) => {
    const list = takesList ? arrayOf(sourceCode, argument) : undefined;
    if (list) return [list];
    return argument.type === 'ObjectExpression' ? argument.properties.flatMap(listOf) : [];
  });
}

function takesTransferList(sourceCode: SourceCode, callee: TSESTree.Node): boolean {
  if (callee.type === 'MemberExpression' && propertyName(callee) === 'postMessage') return true;
  const called = exportOf(sourceCode, callee);
  return called?.module === 'comlink' && called.name === 'transfer';
}

/** The list as it is written, or as the constant that it is kept in was. */
function arrayOf(sourceCode: SourceCode, node: TSESTree.Node): TSESTree.ArrayExpression | undefined {
  const list = constantValue(sourceCode, node);
  return list.type === 'ArrayExpression' ? list : undefined;
}

/** `Transfer(buffer)` of threads, `Piscina.move(buffer)`: made to be sent, in the same statement or soon after. */
function isTransferOf(sourceCode: SourceCode, { callee }: TSESTree.CallExpression): boolean {
  const called = exportOf(sourceCode, callee);
  if (called?.module === 'threads' || called?.module === 'threads/worker') return called.name === 'Transfer';
  return (called?.module === 'piscina' || called?.module === 'tinypool') && called.name === 'move';
}

function listOf(property: TSESTree.ObjectLiteralElement): TSESTree.ArrayExpression[] {
  return property.type === 'Property' &&
    listNames.includes(propertyName(property) ?? '') &&
    property.value.type === 'ArrayExpression'
    ? [property.value]
    : [];
}

/** `bytes` of `bytes` and of `bytes.buffer`. */
function transferredIdentifier(
  element: TSESTree.ArrayExpression['elements'][number],
): TSESTree.Identifier | undefined {
  const node = element ? unwrap(element) : undefined;
  if (node?.type === 'Identifier') return node;
  const isBuffer = node?.type === 'MemberExpression' && propertyName(node) === 'buffer';
  return isBuffer && node.object.type === 'Identifier' ? node.object : undefined;
}

function checkTransfer(context: RuleContext, call: Call, identifier: TSESTree.Identifier): void {
  const variable = findVariable(context.sourceCode, identifier);
  if (!variable || variable.defs.length !== 1 || isShared(context.sourceCode, variable)) return;
  const loop = loopAround(call, variable);
  if (loop && !isAssignedIn(variable, loop) && !leavesAfter(call, loop)) {
    const data = { name: identifier.name };
    context.report({ node: identifier, messageId: 'again', data });
    return;
  }
  const used = usedAfter(call, variable);
  if (used) {
    const data = { name: identifier.name, line: call.loc.start.line };
    context.report({ node: used, messageId: 'used', data });
  }
}

/** Shared memory stays where it is. */
function isShared(sourceCode: SourceCode, { defs: [definition] }: Variable): boolean {
  const init = definition?.type === 'Variable' ? definition.node.init : null;
  return init ? sourceCode.getText(init).includes('SharedArrayBuffer') : false;
}

/** The loop, or callback of `forEach`, that runs the call again with the same value of the variable. */
function loopAround(call: TSESTree.Node, variable: Variable): TSESTree.Node | undefined {
  for (let at: TSESTree.Node | undefined = call.parent; at; at = at.parent) {
    const isLoop = at.type.startsWith('For') || at.type.endsWith('WhileStatement') || isForEachCallback(at);
    if (!isLoop && isFunction(at)) return undefined;
    if (isLoop) {
      const loop: TSESTree.Node = at;
      const isOutside = variable.defs.every(({ name }) => !contains(loop, name));
      return isOutside ? loop : undefined;
    }
  }
  return undefined;
}

function isForEachCallback(node: TSESTree.Node): boolean {
  if (!isFunction(node) || node.parent.type !== 'CallExpression') return false;
  const { callee } = node.parent;
  const method = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
  return ['forEach', 'map', 'flatMap'].includes(method ?? '');
}

function isAssignedIn(variable: Variable, loop: TSESTree.Node): boolean {
  return variable.references.some((one) => one.isWrite() && contains(loop, one.identifier));
}

/** The first read that surely comes after the call in its function, with no assignment between. */
function usedAfter(call: TSESTree.Node, variable: Variable): TSESTree.Node | undefined {
  const statement = statementOf(call);
  const block = statement.parent;
  if (!block || leavesAfter(call, block)) return undefined;
  // `bytes = structuredClone(bytes, { transfer: [bytes.buffer] })`
  if (isAssignedIn(variable, statement)) return undefined;
  const home = enclosingFunction(call);
  for (const reference of variable.references) {
    const { identifier } = reference;
    const isAfter = identifier.range[0] >= statement.range[1] && contains(block, identifier);
    if (!isAfter || enclosingFunction(identifier) !== home) continue;
    if (reference.isWrite()) return undefined;
    if (isHarmless(identifier)) continue;
    return identifier;
  }
  return undefined;
}

function statementOf(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (at.parent && !['BlockStatement', 'Program', 'StaticBlock', 'SwitchCase'].includes(at.parent.type)) {
    at = at.parent;
  }
  return at;
}

/** The call is part of a `return`, or a statement right after it leaves the block. */
function leavesAfter(call: TSESTree.Node, block: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = call; at && at !== block; at = at.parent) {
    if (at.type === 'ReturnStatement' || at.type === 'ThrowStatement') return true;
    const siblings = at.parent?.type === 'BlockStatement' ? at.parent.body : [];
    const leaves = siblings.some(
      ({ type, range }) =>
        range[0] > call.range[1] && (type === 'ReturnStatement' || type === 'BreakStatement'),
    );
    if (leaves && at.parent !== block) return true;
  }
  return false;
}

/** Whether it was transferred, or of what type it is, may be asked. */
function isHarmless(identifier: TSESTree.Node): boolean {
  const { parent } = identifier;
  if (parent?.type === 'UnaryExpression') return parent.operator === 'typeof';
  if (parent?.type !== 'MemberExpression' || parent.object !== identifier) return false;
  return ['byteLength', 'detached', 'close'].includes(propertyName(parent) ?? '');
}
