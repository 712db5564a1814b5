/** The parts of a value, as it is written or by its type, that a structured clone refuses or changes. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Cloneability } from '../../src/model/index.ts';
import { cloneabilityOfGlobal, cloneabilityOfModuleType, isNativeHandle } from '../../src/verdict/index.ts';
import { clientMakers, handleMakers, promiseMakers } from '../../src/verdict/threads/pool-apis.ts';
import type { SourceCode } from '../../src/verdict/threads/modules.ts';
import { constantValue, exportOf, findFunction, findVariable } from '../../src/verdict/threads/modules.ts';
import { cloneabilityByType } from './typed.ts';
import { findAncestor, isFunction, propertyName, unwrap } from '../../src/verdict/threads/walk.ts';

export interface BadPart {
  readonly kind: 'uncloneable' | 'lossy' | 'native-handle';
  /** Types say what may be there, not what is. */
  readonly certainty: 'definite' | 'possible';
  readonly node: TSESTree.Node;
  /** The property path in what is sent: `options.transform`. */
  readonly subject: string;
  /** What a clone does to it. */
  readonly detail: string;
  /** The class that it is an instance of, where the file has it. */
  readonly owner?: ClassNode;
}

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** How many variables are followed to what they were given. */
const deepest = 2;

/** Errors arrive as errors and patterns as patterns: what a clone drops of them (`code`, `lastIndex`) is seldom there. */
const forgiven = /^(?:RegExp|\w*Error)$/;

/**
 * @param path what the value is called in messages; its properties are named after it.
 * @param isAwaited whether a promise is waited for before anything is sent, as that of a worker's function is.
 */
export function findBadParts(
  sourceCode: SourceCode,
  value: TSESTree.Node,
  path: string,
  isAwaited: boolean,
): BadPart[] {
  return partsOf({ sourceCode, follow: deepest, isAwaited }, value, path);
}

interface Search {
  readonly sourceCode: SourceCode;
  readonly follow: number;
  readonly isAwaited: boolean;
}

function partsOf(search: Search, value: TSESTree.Node, path: string): BadPart[] {
  if (value.type === 'AwaitExpression') return byType(search, value, path);
  const node = unwrap(value);
  switch (node.type) {
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return [refused(value, path, 'it is a function')];
    case 'ClassExpression':
      return [refused(value, path, 'it is a class')];
    case 'ObjectExpression':
      return node.properties.flatMap((one) => ofProperty(inside(search), one, path));
    case 'ArrayExpression':
      return node.elements.flatMap((one, i) =>
        one ? partsOf(inside(search), one, nested(path, `[${String(i)}]`)) : [],
      );
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap((one) => partsOf(search, one, path));
    case 'ThisExpression':
      return ofThis(node, path);
    case 'NewExpression':
      return ofInstance(search, node, path);
    case 'CallExpression':
      return ofCall(search, node, path) ?? byType(search, node, path);
    case 'Identifier':
      return ofVariable(search, node, path) ?? byType(search, node, path);
    case 'MemberExpression':
      return ofMember(node, path) ?? byType(search, node, path);
    default:
      return [];
  }
}

/** A promise that is a part of the value is not waited for. */
function inside(search: Search): Search {
  return { ...search, isAwaited: false };
}

function refused(node: TSESTree.Node, subject: string, detail: string): BadPart {
  return { kind: 'uncloneable', certainty: 'definite', node, subject, detail };
}

function handle(node: TSESTree.Node, subject: string, detail: string): BadPart {
  return { kind: 'native-handle', certainty: 'definite', node, subject, detail };
}

function ofProperty(search: Search, property: TSESTree.ObjectLiteralElement, path: string): BadPart[] {
  if (property.type === 'SpreadElement') return ofSpread(search, property, path);
  const subject = nested(path, propertyName(property) ?? '[…]');
  if (property.kind !== 'get') return partsOf(search, property.value, subject);
  const detail = 'a getter becomes the value that it has now';
  return [{ kind: 'lossy', certainty: 'definite', node: property.key, subject, detail }];
}

/** Of an object that is spread, its own properties are sent, and a getter is read: those of a literal are seen. */
function ofSpread(search: Search, spread: TSESTree.SpreadElement, path: string): BadPart[] {
  const init = constantValue(search.sourceCode, spread.argument);
  if (init.type !== 'ObjectExpression' || search.follow === 0) return [];
  const found = partsOf({ ...search, follow: search.follow - 1 }, init, path);
  return found.filter(({ kind }) => kind !== 'lossy').map((one) => ({ ...one, node: spread }));
}

const named = /^[\w$.[\]#]+$/;

/** `options.transform`; the text of a literal is no name. */
function nested(path: string, name: string): string {
  if (!named.test(path)) return name;
  return name.startsWith('[') ? `${path}${name}` : `${path}.${name}`;
}

/** In a class with methods, which are what a clone hasn't. */
function ofThis(node: TSESTree.ThisExpression, path: string): BadPart[] {
  const owner = findAncestor(node, hasOwnThis);
  const isOfInstance =
    owner?.type === 'FunctionExpression' && owner.parent.type === 'MethodDefinition' && !owner.parent.static;
  const around = isOfInstance ? classAround(owner) : undefined;
  return around ? [instance(node, path, around.id?.name, around)] : [];
}

function hasOwnThis(node: TSESTree.Node): node is TSESTree.FunctionExpression | TSESTree.FunctionDeclaration {
  return node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration';
}

function classAround(node: TSESTree.Node): ClassNode | undefined {
  const isBody = (one: TSESTree.Node): one is TSESTree.ClassBody => one.type === 'ClassBody';
  return findAncestor(node, isBody)?.parent;
}

function instance(
  node: TSESTree.Node,
  subject: string,
  className: string | undefined,
  owner?: ClassNode,
): BadPart {
  const name = className === undefined ? 'an instance' : `class \`${className}\``;
  const detail = `${name} becomes a plain object, without its methods`;
  return { kind: 'lossy', certainty: 'definite', node, subject, detail, ...(owner && { owner }) };
}

function ofInstance(
  { sourceCode, isAwaited }: Search,
  node: TSESTree.NewExpression,
  path: string,
): BadPart[] {
  const { callee } = node;
  const made = exportOf(sourceCode, callee);
  if (made) return ofMade(node, path, made.module, made.name, 'new');
  if (callee.type === 'MemberExpression') {
    // `new Intl.Collator()`
    const name = sourceCode.getText(callee);
    return fromTable(node, named.test(path) ? path : `new ${name}()`, cloneabilityOfGlobal(name), name);
  }
  if (callee.type !== 'Identifier') return [];
  const { name } = callee;
  const subject = named.test(path) ? path : `new ${name}()`;
  const definition = findVariable(sourceCode, callee)?.defs[0];
  if (definition?.type === 'ClassName') {
    return hasBehaviour(definition.node) ? [instance(node, subject, name, definition.node)] : [];
  }
  if (definition !== undefined || forgiven.test(name) || (isAwaited && name === 'Promise')) return [];
  return fromTable(node, subject, cloneabilityOfGlobal(name), name);
}

/** Methods, accessors, private fields or a superclass: what a clone doesn't have. */
function hasBehaviour({ body, superClass }: ClassNode): boolean {
  return (
    superClass !== null ||
    body.body.some(
      (member) =>
        (member.type === 'MethodDefinition' && member.kind !== 'constructor' && !member.static) ||
        (member.type === 'PropertyDefinition' && member.key.type === 'PrivateIdentifier'),
    )
  );
}

function fromTable(
  node: TSESTree.Node,
  subject: string,
  cloneability: Cloneability | undefined,
  name: string,
): BadPart[] {
  if (cloneability === undefined) return [];
  if (isNativeHandle(cloneability)) return [handle(node, subject, `made by \`${name}\``)];
  if (cloneability.kind === 'throws') return [refused(node, subject, cloneability.what)];
  if (cloneability.kind !== 'lossy') return [];
  return [{ kind: 'lossy', certainty: 'definite', node, subject, detail: cloneability.what }];
}

/** What an exported class or function of a known module makes. */
function ofMade(
  node: TSESTree.Node,
  path: string,
  module: string,
  name: string,
  how: 'new' | 'call',
): BadPart[] {
  const bare = module.replace(/^node:/, '');
  const makers = [...(clientMakers[bare] ?? []), ...(handleMakers[bare] ?? [])];
  if (makers.includes(name)) return [handle(node, path, `made by \`${name === 'default' ? module : name}\``)];
  return how === 'new' ? fromTable(node, path, cloneabilityOfModuleType(bare, name), name) : [];
}

/** `net.connect(…)`, `Symbol()`, `handler.bind(x)`, `fetch(url)`, the promise of an async function. */
function ofCall(
  { sourceCode, isAwaited }: Search,
  node: TSESTree.CallExpression,
  path: string,
): BadPart[] | undefined {
  const { callee } = node;
  const made = exportOf(sourceCode, callee);
  if (made?.module === 'comlink' && made.name === 'proxy') {
    return [refused(node, path, 'a proxy is only made of an argument itself')];
  }
  if (made) {
    if (!isAwaited && promiseMakers.test(`${made.module}.${made.name}`))
      return [refused(node, path, 'it is a Promise')];
    const found = ofMade(node, path, made.module, made.name, 'call');
    return found.length > 0 ? found : undefined;
  }
  const name = sourceCode.getText(callee);
  if (/^Symbol(?:\.for)?$/.test(name)) return [refused(node, path, 'it is a symbol')];
  if (!isAwaited && /^(?:fetch|Promise\.\w+)$/.test(name)) return [refused(node, path, 'it is a Promise')];
  if (/^Buffer\.(?:from|alloc|concat)$/.test(name)) {
    return fromTable(node, path, cloneabilityOfGlobal('Buffer'), 'Buffer');
  }
  if (/\.bind$/.test(name)) return [refused(node, path, 'it is a function')];
  const called = findFunction(sourceCode, callee);
  if (called?.generator) return [refused(node, path, 'it is a generator')];
  return called?.async && !isAwaited ? [refused(node, path, 'it is a Promise')] : undefined;
}

function ofVariable(search: Search, node: TSESTree.Identifier, path: string): BadPart[] | undefined {
  const { sourceCode, follow } = search;
  const variable = findVariable(sourceCode, node);
  const definition = variable?.defs.length === 1 ? variable.defs[0] : undefined;
  if (definition?.type === 'FunctionName') return [refused(node, path, 'it is a function')];
  if (definition?.type === 'ClassName') return [refused(node, path, 'it is a class')];
  if (definition?.type === 'Parameter') return ofParameter(definition.node, node, path);
  if (definition?.type !== 'Variable' || follow === 0) return undefined;
  const { id, init } = definition.node;
  if (definition.parent.kind !== 'const' || id.type !== 'Identifier' || !init) return undefined;
  const found = partsOf({ ...search, follow: follow - 1 }, init, path);
  // Reported where the value is sent.
  return found.length > 0 ? found.map((one) => ({ ...one, node })) : undefined;
}

/** `req` and `res` of `(req, res) => …` are the two ends of a socket. */
function ofParameter(owner: TSESTree.Node, node: TSESTree.Identifier, path: string): BadPart[] | undefined {
  const names = isFunction(owner)
    ? owner.params.map((one) => (one.type === 'Identifier' ? one.name : ''))
    : [];
  const isHandler = /^req(?:uest)?$/.test(names[0] ?? '') && /^(?:res(?:ponse)?|reply)$/.test(names[1] ?? '');
  const isEnd = node.name === names[0] || node.name === names[1];
  return isHandler && isEnd ? [handle(node, path, 'an HTTP message has its socket with it')] : undefined;
}

/** `this.method`, `process.stdout` */
function ofMember(node: TSESTree.MemberExpression, path: string): BadPart[] | undefined {
  const name = propertyName(node) ?? '';
  const { object } = node;
  if (object.type === 'ThisExpression') {
    return isMethodAround(node, name) ? [refused(node, path, 'it is a method')] : undefined;
  }
  const isStream = object.type === 'Identifier' && object.name === 'process' && name.startsWith('std');
  return isStream ? [handle(node, path, 'a stream of the process')] : undefined;
}

function isMethodAround(node: TSESTree.Node, name: string): boolean {
  let at = node.parent;
  while (at && at.type !== 'ClassBody') at = at.parent;
  return (
    at?.body.some(
      (one) => one.type === 'MethodDefinition' && one.kind === 'method' && propertyKey(one) === name,
    ) ?? false
  );
}

function propertyKey({ key, computed }: TSESTree.MethodDefinition): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return !computed && key.type === 'Identifier' ? key.name : undefined;
}

/** What the type checker, where there is one, says of an expression that the syntax doesn't settle. */
function byType({ sourceCode, isAwaited }: Search, node: TSESTree.Node, path: string): BadPart[] {
  // The type of what is awaited is that of the promise.
  const cloneability = isAwaited ? undefined : cloneabilityByType(sourceCode, node);
  if (cloneability?.kind !== 'throws' && cloneability?.kind !== 'class') return [];
  const subject = cloneability.path === '' ? path : nested(path, cloneability.path);
  if (cloneability.kind === 'class') {
    return [{ ...instance(node, subject, cloneability.className), certainty: 'possible' }];
  }
  if (isNativeHandle(cloneability))
    return [{ ...handle(node, subject, 'by its type'), certainty: 'possible' }];
  return [{ ...refused(node, subject, cloneability.what), certainty: 'possible' }];
}
