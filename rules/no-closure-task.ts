import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { RuleContext } from './shared/create-rule.ts';
import { createRule } from './shared/create-rule.ts';
import type { SourceCode } from '../src/verdict/threads/modules.ts';
import { constantValue, findFunction } from '../src/verdict/threads/modules.ts';
import { findPools } from '../src/verdict/threads/pools.ts';
import type { FunctionNode } from '../src/verdict/threads/walk.ts';
import { contains, isFunction, propertyName, walk } from '../src/verdict/threads/walk.ts';

/** What a CommonJS module has beside the globals; code made by `new Function` hasn't. */
const moduleNames = ['require', 'module', 'exports', '__dirname', '__filename'];

export default createRule({
  name: 'no-closure-task',
  meta: {
    type: 'problem',
    docs: { description: 'disallow outer variables in functions whose text is sent to a worker' },
    messages: {
      outer:
        'Only the text of this function is sent to the worker, where `{{name}}` is not defined. Pass it as an argument, or put the function into a worker file.',
      method:
        'Only the text of a function is sent to the worker, and that of a method is no function there, nor is its object. Move it into a function, or into a worker file.',
      bound:
        'The text of a bound function is `[native code]`, which no worker can read. Send the function itself, and pass what it is bound to as arguments.',
      receiver:
        'Only the text of this function is sent to the worker, where `this` is not what it is here. Pass what is read of it as arguments.',
    },
    schema: [],
  },
  create: (context) => ({
    'Program:exit'() {
      const { dispatches, instances, functionUses } = findPools(context.sourceCode);
      for (const { instance, call } of dispatches) {
        if (instance.api.sendsCode) checkTask(context, call.arguments[0]);
      }
      for (const { api, call } of functionUses) {
        if (api.code) checkTask(context, call.arguments.at(api.code === 'first' ? 0 : -1));
      }
      for (const { api, node } of instances) {
        if (api.library !== 'worker_threads' || !isEvaluated(node)) continue;
        for (const sent of printedFunctions(context.sourceCode, node.arguments[0])) {
          checkFunction(context, sent, []);
        }
      }
    },
  }),
});

/** The function that is given to `pool.exec(…)`; a name of a function of the worker's file is a string. */
function checkTask(context: RuleContext, task: TSESTree.Node | undefined): void {
  if (!task) return;
  if (task.type === 'MemberExpression' && isMethod(context.sourceCode, task)) {
    context.report({ node: task, messageId: 'method' });
  }
  if (isBound(task)) context.report({ node: task, messageId: 'bound' });
  const sent = findFunction(context.sourceCode, task);
  if (!sent) return;
  checkFunction(context, sent, moduleNames);
  const receiver = findReceiver(context.sourceCode, sent);
  if (receiver) context.report({ node: receiver, messageId: 'receiver' });
}

/** `this.work`, and `lib.work` of `const lib = { work() { … } }`. */
function isMethod(sourceCode: SourceCode, member: TSESTree.MemberExpression): boolean {
  const { object } = member;
  if (object.type === 'ThisExpression') return true;
  const owner = constantValue(sourceCode, object);
  if (owner.type !== 'ObjectExpression') return false;
  const name = propertyName(member);
  return owner.properties.some((one) => one.type === 'Property' && one.method && propertyName(one) === name);
}

/** `work.bind(x)` */
function isBound(task: TSESTree.Node): boolean {
  return (
    task.type === 'CallExpression' &&
    task.callee.type === 'MemberExpression' &&
    propertyName(task.callee) === 'bind'
  );
}

/** The first `this` that is the function's own, or for an arrow that around it. */
function findReceiver(sourceCode: SourceCode, { body }: FunctionNode): TSESTree.Node | undefined {
  const hasOwn = (node: TSESTree.Node) =>
    (isFunction(node) && node.type !== 'ArrowFunctionExpression') || node.type === 'ClassBody';
  return [...walk(body, sourceCode.visitorKeys, hasOwn)].find(({ type }) => type === 'ThisExpression');
}

/** `new Worker(code, { eval: true })` */
function isEvaluated(node: TSESTree.NewExpression | TSESTree.CallExpression): boolean {
  const options = node.arguments[1];
  return (
    options?.type === 'ObjectExpression' &&
    options.properties.some(
      (one) =>
        one.type === 'Property' &&
        propertyName(one) === 'eval' &&
        one.value.type === 'Literal' &&
        one.value.value === true,
    )
  );
}

/** The functions whose text goes into the code: `${work}`, `'(' + work + ')()'` and `work.toString()`. */
function printedFunctions(sourceCode: SourceCode, given: TSESTree.Node | undefined): FunctionNode[] {
  if (!given) return [];
  return [...walk(constantValue(sourceCode, given), sourceCode.visitorKeys)]
    .filter(
      ({ parent }) =>
        parent?.type === 'TemplateLiteral' || parent?.type === 'BinaryExpression' || isPrinted(parent),
    )
    .flatMap((node) => findFunction(sourceCode, node) ?? []);
}

function isPrinted(parent: TSESTree.Node | undefined): boolean {
  return parent?.type === 'MemberExpression' && propertyName(parent) === 'toString';
}

function checkFunction(context: RuleContext, sent: FunctionNode, missing: readonly string[]): void {
  const reported = new Set(yieldedNames(context.sourceCode, sent));
  for (const reference of context.sourceCode.getScope(sent).through) {
    const { name } = reference.identifier;
    if (typeof name !== 'string' || reported.has(name) || !isLost(reference, sent, missing)) continue;
    reported.add(name);
    context.report({ node: reference.identifier, messageId: 'outer', data: { name } });
  }
}

/** `yield { add, user };` in a generator names what of the file it uses, and is given. */
function yieldedNames({ visitorKeys }: SourceCode, sent: FunctionNode): string[] {
  if (!sent.generator) return [];
  return [...walk(sent.body, visitorKeys)].flatMap((node) => {
    const named = node.type === 'YieldExpression' ? node.argument : undefined;
    if (named?.type !== 'ObjectExpression') return [];
    return named.properties.flatMap((one) =>
      one.type === 'Property' && one.value.type === 'Identifier' ? [one.value.name] : [],
    );
  });
}

/** Declared in the file but outside the function, or missing where the text is run. */
function isLost(
  { identifier, resolved, ...reference }: TSESLint.Scope.Reference,
  sent: FunctionNode,
  missing: readonly string[],
): boolean {
  if (identifier.parent.type === 'UnaryExpression' && identifier.parent.operator === 'typeof') return false;
  const definitions = resolved?.defs ?? [];
  if (definitions.length === 0) return missing.includes(identifier.name);
  if (definitions.every(({ type }) => type === 'Type') || isType(reference)) return false;
  const isItself = sent.type !== 'ArrowFunctionExpression' && sent.id?.name === identifier.name;
  return !isItself && definitions.every(({ name }) => !contains(sent, name));
}

/** References made by @typescript-eslint/scope-manager know whether they name a type. */
function isType(reference: object): boolean {
  return 'isTypeReference' in reference && reference.isTypeReference === true;
}
