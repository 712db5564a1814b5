/** Finds values that a file sends to a worker, or back from one, and that a structured clone refuses or changes. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { HazardCode } from '../../src/model/index.ts';
import type { Maker } from '../../src/verdict/threads/pool-apis.ts';
import type { BadPart } from './bad-parts.ts';
import { findBadParts } from './bad-parts.ts';
import type { SourceCode } from '../../src/verdict/threads/modules.ts';
import { constantValue, exportOf } from '../../src/verdict/threads/modules.ts';
import type { PoolInstance } from '../../src/verdict/threads/pools.ts';
import { findPools, isHeldIn } from '../../src/verdict/threads/pools.ts';
import { propertyName, walk } from '../../src/verdict/threads/walk.ts';
import { findWorkerFunctions, returnedBy } from './worker-functions.ts';

export interface BadValue extends Omit<BadPart, 'kind'> {
  readonly code: HazardCode;
}

interface Sent {
  readonly node: TSESTree.Node;
  readonly isAwaited: boolean;
  readonly direction: 'capture' | 'result';
}

const cache = new WeakMap<object, readonly BadValue[]>();

/** Everything in the file that is sent and does not arrive as it is; found once for each file. */
export function findBadValues(sourceCode: SourceCode, filename: string): readonly BadValue[] {
  const known = cache.get(sourceCode) ?? collectBadValues(sourceCode, filename);
  cache.set(sourceCode, known);
  return known;
}

function collectBadValues(sourceCode: SourceCode, filename: string): BadValue[] {
  return findSent(sourceCode, filename).flatMap(({ node, direction, isAwaited }) =>
    findBadParts(sourceCode, node, rootName(sourceCode, node), isAwaited)
      .filter((bad) => !isTransferred(sourceCode, bad.node, node))
      .map(({ kind, ...bad }) => ({
        ...bad,
        code: kind === 'native-handle' ? kind : (`${kind}-${direction}` as const),
      })),
  );
}

/** Whether a list beside the value names the part: `postMessage({ stream }, [stream])`. */
function isTransferred(sourceCode: SourceCode, part: TSESTree.Node, sent: TSESTree.Node): boolean {
  const call = sent.parent?.type === 'CallExpression' ? sent.parent : undefined;
  const lists = call?.arguments.slice(call.arguments.indexOf(sent as TSESTree.Expression) + 1) ?? [];
  const text = sourceCode.getText(part);
  return lists.some((list) =>
    [...walk(list, sourceCode.visitorKeys)].some(
      (one) => one.parent?.type === 'ArrayExpression' && sourceCode.getText(one) === text,
    ),
  );
}

/** Its text, shortened: a name is shown whole, a literal only begun. */
function rootName(sourceCode: SourceCode, node: TSESTree.Node): string {
  const text = sourceCode.getText(node).replace(/\s+/g, ' ');
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

function findSent(sourceCode: SourceCode, filename: string): Sent[] {
  const { dispatches, instances, functionUses } = findPools(sourceCode);
  const captures = [
    ...dispatches
      .flatMap(({ instance, call }) => sentArguments(sourceCode, instance.maker, call))
      .filter((node) => !isProxied(sourceCode, node)),
    ...functionUses.flatMap(({ api, call }) => api.sends.flatMap((index) => call.arguments[index] ?? [])),
    ...instances.flatMap(({ node }) => node.arguments.flatMap((one) => findWorkerData(one))),
  ];
  const results = findWorkerFunctions(sourceCode, filename)
    .flatMap((one) => returnedBy(sourceCode, one))
    .filter((node) => !isProxied(sourceCode, node));
  return [
    ...captures.map((node) => ({ node, isAwaited: false, direction: 'capture' as const })),
    ...findPosted(sourceCode, instances),
    ...results.map((node) => ({ node, isAwaited: true, direction: 'result' as const })),
  ];
}

/** `Comlink.proxy(callback)`: stays here, and is called from the other side. */
function isProxied(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const called = exportOf(sourceCode, node.callee);
  return called?.module === 'comlink' && called.name === 'proxy';
}

/** The arguments of a dispatching call that travel. */
function sentArguments(
  sourceCode: SourceCode,
  { sends }: Maker,
  { arguments: given }: TSESTree.CallExpression,
): TSESTree.Node[] {
  switch (sends) {
    case 'all':
      return given;
    case 'first':
      return given.slice(0, 1);
    case 'listed':
      return listedIn(sourceCode, given[1]);
    case 'none':
      return [];
  }
}

/** The elements of a list, or of the constant that it is kept in. */
function listedIn(sourceCode: SourceCode, node: TSESTree.Node | undefined): TSESTree.Node[] {
  const list = node && constantValue(sourceCode, node);
  return list?.type === 'ArrayExpression' ? list.elements.filter((one) => one !== null) : [];
}

/** The value of the option `workerData`, also where options for the threads are an option themselves. */
function findWorkerData(options: TSESTree.Node): TSESTree.Node[] {
  if (options.type !== 'ObjectExpression') return [];
  return options.properties.flatMap((one) => {
    if (one.type !== 'Property') return [];
    return propertyName(one) === 'workerData' ? [one.value] : findWorkerData(one.value);
  });
}

/** First arguments of `worker.postMessage` and `parentPort.postMessage`. */
function findPosted(sourceCode: SourceCode, instances: readonly PoolInstance[]): Sent[] {
  if (!sourceCode.text.includes('postMessage')) return [];
  if (instances.length === 0 && !sourceCode.text.includes('parentPort')) return [];
  return [...walk(sourceCode.ast, sourceCode.visitorKeys)].flatMap((node): Sent[] => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
    const [value] = node.arguments;
    if (!value || propertyName(node.callee) !== 'postMessage') return [];
    const { object } = node.callee;
    if (exportOf(sourceCode, object)?.name === 'parentPort') {
      return [{ node: value, isAwaited: false, direction: 'result' }];
    }
    const isWorker = instances.some(({ holder }) => isHeldIn(sourceCode, object, holder));
    return isWorker ? [{ node: value, isAwaited: false, direction: 'capture' }] : [];
  });
}
