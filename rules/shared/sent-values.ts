/** Finds values that a file sends to a worker, or back from one, and that a structured clone refuses or changes. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { HazardCode } from '../../src/model/index.ts';
import { handleMakers, workerThreads } from '../pool-apis.ts';
import type { SourceCode } from './modules.ts';
import { exportOf, findVariable } from './modules.ts';
import { findPools, isHeldIn } from './pools.ts';
import { isFunction, propertyName, unwrap, walk } from './walk.ts';

export interface BadValue {
  readonly code: HazardCode;
  readonly node: TSESTree.Node;
  /** The property path in what is sent: `options.transform`. */
  readonly subject: string;
  /** What a clone does to it. */
  readonly detail: string;
}

interface Sent {
  readonly node: TSESTree.Node;
  readonly direction: 'capture' | 'result';
}

const refused: Readonly<Record<string, string>> = {
  Promise: 'it is a Promise',
  WeakMap: 'it is a WeakMap',
  WeakSet: 'it is a WeakSet',
  WeakRef: 'it is a WeakRef',
  Proxy: 'it is a Proxy',
};

const emptied = ['URL', 'URLSearchParams', 'Headers', 'AbortController', 'EventTarget', 'TextDecoder'];

/** Everything in the file that is sent and does not arrive as it is. */
export function findBadValues(sourceCode: SourceCode): BadValue[] {
  return findSent(sourceCode).flatMap((sent) => {
    const found = badParts(sourceCode, sent.node, rootName(sourceCode, sent.node), 2);
    return found.map(({ kind, ...bad }) => ({
      ...bad,
      code: kind === 'native-handle' ? kind : (`${kind}-${sent.direction}` as const),
    }));
  });
}

/** Its text, shortened: a name is shown whole, a literal only begun. */
function rootName(sourceCode: SourceCode, node: TSESTree.Node): string {
  const text = sourceCode.getText(node).replace(/\s+/g, ' ');
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

function findSent(sourceCode: SourceCode): Sent[] {
  const { dispatches, instances } = findPools(sourceCode);
  const tasks = dispatches.flatMap(({ instance, call }) => sentArguments(instance.api.library, call));
  const data = instances.flatMap(({ api, node }) => (api === workerThreads ? workerData(node) : []));
  const posted = instances.length > 0 || sourceCode.text.includes('parentPort') ? findPosted(sourceCode) : [];
  return [...[...tasks, ...data].map((node) => ({ node, direction: 'capture' as const })), ...posted];
}

/** The arguments of a dispatching call that travel. */
function sentArguments(library: string, { arguments: given }: TSESTree.CallExpression): TSESTree.Node[] {
  switch (library) {
    case 'workerpool':
      return given[1]?.type === 'ArrayExpression' ? given[1].elements.filter((one) => one !== null) : [];
    case 'threads':
      return [];
    case 'jest-worker':
      return given;
    default:
      return given.slice(0, 1);
  }
}

/** The value of the option `workerData`. */
function workerData(node: TSESTree.NewExpression | TSESTree.CallExpression): TSESTree.Node[] {
  const options = node.arguments[1];
  if (options?.type !== 'ObjectExpression') return [];
  return options.properties.flatMap((one) =>
    one.type === 'Property' && propertyName(one) === 'workerData' ? [one.value] : [],
  );
}

/** First arguments of `worker.postMessage` and `parentPort.postMessage`. */
function findPosted(sourceCode: SourceCode): Sent[] {
  const { instances } = findPools(sourceCode);
  return [...walk(sourceCode.ast, sourceCode.visitorKeys)].flatMap((node): Sent[] => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
    const [value] = node.arguments;
    if (!value || propertyName(node.callee) !== 'postMessage') return [];
    const { object } = node.callee;
    if (exportOf(sourceCode, object)?.name === 'parentPort') return [{ node: value, direction: 'result' }];
    const isWorker = instances.some(({ holder }) => isHeldIn(sourceCode, object, holder));
    return isWorker ? [{ node: value, direction: 'capture' }] : [];
  });
}

type Part = Omit<BadValue, 'code'> & { readonly kind: 'uncloneable' | 'lossy' | 'native-handle' };

/** The parts of a value that a clone refuses or changes; follows this many variables. */
function badParts(sourceCode: SourceCode, value: TSESTree.Node, path: string, follow: number): Part[] {
  const node = value.type === 'AwaitExpression' ? value : unwrap(value);
  const refuse = (detail: string): Part[] => [{ kind: 'uncloneable', node: value, subject: path, detail }];
  if (isFunction(node)) return refuse('it is a function');
  switch (node.type) {
    case 'ClassExpression':
      return refuse('it is a class');
    case 'ObjectExpression':
      return node.properties.flatMap((one) => badProperty(sourceCode, one, path, follow));
    case 'ArrayExpression':
      return node.elements.flatMap((one, i) =>
        one ? badParts(sourceCode, one, nested(path, `[${String(i)}]`), follow) : [],
      );
    case 'NewExpression':
      return badInstance(sourceCode, node, path);
    case 'CallExpression':
      return isSymbol(node) ? refuse('it is a symbol') : badHandle(sourceCode, node, path);
    case 'Identifier':
      return badVariable(sourceCode, node, path, follow);
    default:
      return [];
  }
}

function badProperty(
  sourceCode: SourceCode,
  property: TSESTree.ObjectLiteralElement,
  path: string,
  follow: number,
): Part[] {
  if (property.type !== 'Property') return [];
  const name = propertyName(property) ?? '[…]';
  const subject = nested(path, name);
  const node = property.key;
  if (property.kind === 'get') {
    return [{ kind: 'lossy', node, subject, detail: 'a getter becomes the value that it has now' }];
  }
  return badParts(sourceCode, property.value, subject, follow);
}

/** `options.transform`; the text of a literal is no name. */
function nested(path: string, name: string): string {
  if (!/^[\w$.[\]#]+$/.test(path)) return name;
  return name.startsWith('[') ? `${path}${name}` : `${path}.${name}`;
}

function badInstance(sourceCode: SourceCode, node: TSESTree.NewExpression, path: string): Part[] {
  if (node.callee.type !== 'Identifier') return [];
  const { name } = node.callee;
  const subject = /^[\w$.[\]#]+$/.test(path) ? path : `new ${name}()`;
  const variable = findVariable(sourceCode, node.callee);
  const definition = variable?.defs[0];
  if (definition?.type === 'ClassName') {
    if (!hasBehaviour(definition.node)) return [];
    const detail = `class \`${name}\` becomes a plain object, without its methods`;
    return [{ kind: 'lossy', node, subject, detail }];
  }
  if (definition !== undefined) return [];
  const detail = refused[name];
  if (detail !== undefined) return [{ kind: 'uncloneable', node, subject, detail }];
  return emptied.includes(name)
    ? [{ kind: 'lossy', node, subject, detail: `a ${name} becomes an empty object` }]
    : [];
}

/** Methods, accessors, private fields or a superclass: what a clone doesn't have. */
function hasBehaviour({ body, superClass }: TSESTree.ClassDeclaration | TSESTree.ClassExpression): boolean {
  return (
    superClass !== null ||
    body.body.some(
      (member) =>
        (member.type === 'MethodDefinition' && member.kind !== 'constructor' && !member.static) ||
        (member.type === 'PropertyDefinition' && member.key.type === 'PrivateIdentifier'),
    )
  );
}

function isSymbol({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'Identifier' && callee.name === 'Symbol';
}

/** `net.connect(…)`, `createReadStream(…)` */
function badHandle(sourceCode: SourceCode, node: TSESTree.CallExpression, path: string): Part[] {
  const made = exportOf(sourceCode, node.callee);
  const makers = made ? handleMakers[made.module.replace(/^node:/, '')] : undefined;
  if (!made || !makers?.includes(made.name)) return [];
  return [{ kind: 'native-handle', node, subject: path, detail: `made by \`${made.name}\`` }];
}

function badVariable(
  sourceCode: SourceCode,
  node: TSESTree.Identifier,
  path: string,
  follow: number,
): Part[] {
  const variable = findVariable(sourceCode, node);
  const definition = variable?.defs.length === 1 ? variable.defs[0] : undefined;
  const part = (detail: string): Part[] => [{ kind: 'uncloneable', node, subject: path, detail }];
  if (definition?.type === 'FunctionName') return part('it is a function');
  if (definition?.type === 'ClassName') return part('it is a class');
  if (definition?.type !== 'Variable' || follow === 0) return [];
  const isConstant = definition.parent.kind === 'const' && definition.node.id.type === 'Identifier';
  const initial = isConstant ? definition.node.init : null;
  const found = initial ? badParts(sourceCode, initial, path, follow - 1) : [];
  // Reported where the value is sent.
  return found.map((one) => ({ ...one, node }));
}
