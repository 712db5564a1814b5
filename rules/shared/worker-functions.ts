/** The functions of a file that surely run in a worker: what they return and throw is sent to another thread. */
import type { TSESTree } from '@typescript-eslint/utils';
import { workerFunctionCalls } from '../../src/verdict/threads/pool-apis.ts';
import type { SourceCode } from '../../src/verdict/threads/modules.ts';
import { exportOf, findFunction } from '../../src/verdict/threads/modules.ts';
import type { FunctionNode } from '../../src/verdict/threads/walk.ts';
import { isFunction, walk } from '../../src/verdict/threads/walk.ts';

const cache = new WeakMap<object, readonly FunctionNode[]>();
const libraries = new RegExp(`['"\`](?:${Object.keys(workerFunctionCalls).join('|')})['"\`]`);
const workerFile = /(?:^|[./\\-])worker\.[cm]?[jt]sx?$/;

/** Those named by `workerpool.worker({ … })`, `expose(…)`, `new ThreadWorker(…)`, and what a file called `worker.js` exports. */
export function findWorkerFunctions(sourceCode: SourceCode, filename: string): readonly FunctionNode[] {
  const isWorkerFile = workerFile.test(filename);
  if (!isWorkerFile && !libraries.test(sourceCode.text)) return [];
  const known = cache.get(sourceCode) ?? [...new Set(collect(sourceCode, isWorkerFile))];
  cache.set(sourceCode, known);
  return known;
}

function collect(sourceCode: SourceCode, isWorkerFile: boolean): FunctionNode[] {
  return [...walk(sourceCode.ast, sourceCode.visitorKeys)].flatMap((node) => {
    const named = namedBy(sourceCode, node) ?? (isWorkerFile ? exportedBy(node) : undefined);
    return named ? functionsOf(sourceCode, named) : [];
  });
}

/** The argument of a call that names a worker's functions. */
function namedBy(sourceCode: SourceCode, node: TSESTree.Node): TSESTree.Node | undefined {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  const called = exportOf(sourceCode, node.callee);
  const position = called && workerFunctionCalls[called.module]?.[called.name];
  return position === undefined ? undefined : node.arguments[position];
}

/** `x` of `export default x` and `module.exports = x`. */
function exportedBy(node: TSESTree.Node): TSESTree.Node | undefined {
  if (node.type === 'ExportDefaultDeclaration') return node.declaration;
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return undefined;
  const { object, property } = node.left;
  const isExports = object.type === 'Identifier' && object.name === 'module';
  return isExports && property.type === 'Identifier' && property.name === 'exports' ? node.right : undefined;
}

/** A function, or an object of functions. Generators hand their values over in a way of their own. */
function functionsOf(sourceCode: SourceCode, node: TSESTree.Node): FunctionNode[] {
  const own = findFunction(sourceCode, node);
  if (own) return own.generator ? [] : [own];
  if (node.type !== 'ObjectExpression') return [];
  return node.properties.flatMap((one) =>
    one.type === 'Property' && one.kind === 'init' ? functionsOf(sourceCode, one.value) : [],
  );
}

/** The values that a function returns, promised or not. */
export function returnedBy(sourceCode: SourceCode, { body }: FunctionNode): TSESTree.Node[] {
  if (body.type !== 'BlockStatement') return [body];
  return [...walk(body, sourceCode.visitorKeys, isFunction)].flatMap((node) =>
    node.type === 'ReturnStatement' && node.argument ? [node.argument] : [],
  );
}
