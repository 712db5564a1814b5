/** Finds the pools and workers that a file makes, and the tasks that it hands to them. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Maker, PoolApi, PoolFunction } from './pool-apis.ts';
import { listenerMethods, poolApis, poolFunctions } from './pool-apis.ts';
import type { SourceCode, Variable } from './modules.ts';
import { exportOf, findVariable } from './modules.ts';
import { propertyName, unwrap, walk } from './walk.ts';

export interface PoolInstance {
  readonly api: PoolApi;
  readonly maker: Maker;
  /** The expression that makes it. */
  readonly node: TSESTree.NewExpression | TSESTree.CallExpression;
  readonly holder: Holder;
}

/** What the pool is kept in: a variable, a field of `this`, or nothing that could be followed. */
export type Holder =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'field'; readonly name: string; readonly owner: TSESTree.ClassBody }
  | { readonly kind: 'none' };

export interface Dispatch {
  readonly instance: PoolInstance;
  readonly call: TSESTree.CallExpression;
}

/** A call of a function that keeps its threads to itself: `mapSync(task, items)`. */
export interface FunctionUse {
  readonly api: PoolFunction;
  readonly call: TSESTree.CallExpression;
}

export interface PoolUse {
  readonly instances: readonly PoolInstance[];
  readonly dispatches: readonly Dispatch[];
  readonly functionUses: readonly FunctionUse[];
}

const nothing: PoolUse = { instances: [], dispatches: [], functionUses: [] };
const cache = new WeakMap<object, PoolUse>();
const modules = new Set([
  ...poolApis.flatMap((api) => api.modules),
  ...poolFunctions.map((api) => api.module),
]);
const namesModule = new RegExp(`['"\`](?:${[...modules].join('|')})['"\`]`);

/** All pools of a file; found once for each file. */
export function findPools(sourceCode: SourceCode): PoolUse {
  if (!namesModule.test(sourceCode.text)) return nothing;
  const known = cache.get(sourceCode) ?? collectPools(sourceCode);
  cache.set(sourceCode, known);
  return known;
}

/** Whether the expression is what the pool is kept in. */
export function isHeldIn(sourceCode: SourceCode, node: TSESTree.Node, holder: Holder): boolean {
  const expression = unwrap(node);
  if (holder.kind === 'variable') {
    return expression.type === 'Identifier' && findVariable(sourceCode, expression) === holder.variable;
  }
  return (
    holder.kind === 'field' &&
    expression.type === 'MemberExpression' &&
    expression.object.type === 'ThisExpression' &&
    propertyName(expression) === holder.name &&
    classAround(expression) === holder.owner
  );
}

function collectPools(sourceCode: SourceCode): PoolUse {
  const nodes = [...walk(sourceCode.ast, sourceCode.visitorKeys)];
  const instances = nodes.flatMap((node) => instanceAt(sourceCode, node) ?? []);
  const dispatches = nodes.flatMap((node) => dispatchAt(sourceCode, node, instances) ?? []);
  const functionUses = nodes.flatMap((node) => functionUseAt(sourceCode, node) ?? []);
  return { instances, dispatches, functionUses };
}

function instanceAt(sourceCode: SourceCode, node: TSESTree.Node): PoolInstance | undefined {
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return undefined;
  const made = exportOf(sourceCode, node.callee);
  if (!made) return undefined;
  const style = node.type === 'NewExpression' ? 'new' : 'call';
  const api = poolApis.find(({ modules }) => modules.includes(made.module));
  const maker = api?.makers.find((one) => one.export === made.name && one.style === style);
  return api && maker ? { api, maker, node, holder: holderOf(sourceCode, node) } : undefined;
}

function functionUseAt(sourceCode: SourceCode, node: TSESTree.Node): FunctionUse | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const called = exportOf(sourceCode, node.callee);
  const api = poolFunctions.find(
    ({ module, names }) => module === called?.module && names.includes(called.name),
  );
  return api && { api, call: node };
}

function dispatchAt(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  instances: readonly PoolInstance[],
): Dispatch | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const { callee } = node;
  const direct = findHeld(sourceCode, callee, instances);
  if (direct) return direct.maker.makes === 'remote' ? { instance: direct, call: node } : undefined;
  const method = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
  if (callee.type !== 'MemberExpression' || method === undefined) return undefined;
  const instance = findHeld(sourceCode, callee.object, instances);
  return instance && isDispatchMethod(instance, method) ? { instance, call: node } : undefined;
}

function findHeld(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  instances: readonly PoolInstance[],
): PoolInstance | undefined {
  return instances.find(({ holder }) => isHeldIn(sourceCode, node, holder));
}

function isDispatchMethod({ api, maker }: PoolInstance, method: string): boolean {
  if (maker.makes === 'worker') return false;
  if (maker.makes === 'remote') return true;
  if (api.dispatch === 'any') return !api.dispose.includes(method) && !api.other.includes(method);
  return api.dispatch.includes(method);
}

/** Follows `const x = await make()`, `x = make().on('error', f)`, `this.x = make()` and a class field's initialiser. */
function holderOf(sourceCode: SourceCode, made: TSESTree.Node): Holder {
  const value = outermostSame(made);
  const parent = value.parent;
  if (parent?.type === 'VariableDeclarator' && parent.init === value) {
    return variableHolder(sourceCode, parent.id);
  }
  if (parent?.type === 'AssignmentExpression' && parent.right === value) {
    return parent.left.type === 'MemberExpression'
      ? fieldHolder(parent.left)
      : variableHolder(sourceCode, parent.left);
  }
  if (parent?.type === 'PropertyDefinition' && parent.value === value) {
    return { kind: 'field', name: fieldName(parent), owner: parent.parent };
  }
  return { kind: 'none' };
}

/** The largest expression around `node` that has the same value: awaited, annotated, with listeners added. */
function outermostSame(node: TSESTree.Node): TSESTree.Node {
  const { parent } = node;
  if (!parent) return node;
  if (parent.type !== 'ExpressionStatement' && unwrap(parent) === unwrap(node)) return outermostSame(parent);
  const call = parent.parent;
  const addsListener =
    parent.type === 'MemberExpression' &&
    parent.object === node &&
    listenerMethods.includes(propertyName(parent) ?? '') &&
    call?.type === 'CallExpression' &&
    call.callee === parent;
  return addsListener ? outermostSame(call) : node;
}

function variableHolder(sourceCode: SourceCode, node: TSESTree.Node): Holder {
  const variable = node.type === 'Identifier' ? findVariable(sourceCode, node) : undefined;
  return variable ? { kind: 'variable', variable } : { kind: 'none' };
}

function fieldHolder(target: TSESTree.MemberExpression): Holder {
  const name = propertyName(target);
  const owner = classAround(target);
  return target.object.type === 'ThisExpression' && name !== undefined && owner
    ? { kind: 'field', name, owner }
    : { kind: 'none' };
}

function fieldName({ key }: TSESTree.PropertyDefinition): string {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return key.type === 'Identifier' ? key.name : '';
}

function classAround(node: TSESTree.Node): TSESTree.ClassBody | undefined {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'ClassBody') return at;
  return undefined;
}
