/**
 * Purpose: `Promise.all(items.map((item) => pool.run(item)))` of which a task is smaller than the message that brings it.
 * Input: a parsed file, what the run shares, and the parser.
 * Guarantee: a worker that runs a list of items one after the other gives the same results: the loop over them is judged as any other.
 */
import { basename, dirname, extname, join } from 'node:path';
import type { TSESTree } from '@typescript-eslint/types';
import { collectFacts, findLoops } from '../../facts/index.ts';
import type { Range, SourceUnit } from '../../model/index.ts';
import type { AnalyzeContext } from '../analyze.ts';
import { analyze } from '../analyze.ts';
import { isGlobalPromise, promisedMap } from '../promised-map.ts';
import { findFunction, findVariable, sourceCodeOf } from './modules.ts';
import type { SourceCode } from './modules.ts';
import type { Dispatch } from './pools.ts';
import { findPools } from './pools.ts';
import { enclosingFunction, isFunction, propertyName, unwrap, walk } from './walk.ts';

export interface TinyTasks {
  /** `Promise.all(…)` */
  readonly call: TSESTree.CallExpression;
  readonly library: string;
  /** `pool` of `pool.run(item)` */
  readonly pool: string;
  /** `items` */
  readonly items: Range;
  /** What the pool's `filename` is made by, and the specifier in it. */
  readonly filename: Range;
  readonly specifier: Range;
  /** The module that runs a list of items, to be written beside the worker's own. */
  readonly chunks: { readonly file: string; readonly text: string; readonly specifier: string };
  /** Estimated nanoseconds of one task. */
  readonly perTask: number;
}

/** Why the tasks stay as they are. */
export type TinyTasksObstacle =
  /** Something else than the item is handed over, by a library or with options that the lists would not do for. */
  | 'other-dispatch'
  /** The worker's file isn't known, or has no plain function as its default export. */
  | 'unknown-worker'
  /** The items aren't known to be an array. */
  | 'unknown-items'
  /** One after the other, the tasks may not give the same. */
  | 'dependent-tasks'
  /** A task is worth its message. */
  | 'enough-work';

export interface LeftTasks {
  readonly call: TSESTree.CallExpression;
  readonly code: TinyTasksObstacle;
}

export type Parse = (text: string, file: string) => SourceUnit | undefined;

/** A message there and back takes about 20 µs; a task of five times that is left alone. */
const worthItsMessage = 100_000;

/** Each `Promise.all` over the tasks of a pool. */
export function findTinyTasks(
  unit: SourceUnit,
  context: AnalyzeContext,
  parse: Parse,
): readonly (TinyTasks | LeftTasks)[] {
  const code = sourceCodeOf(unit);
  const { dispatches } = findPools(code);
  return dispatches.flatMap((dispatch) => {
    const call = promiseAround(code, dispatch.call);
    return call ? [judgeTasks({ unit, code, context, parse }, dispatch, call)] : [];
  });
}

interface Search {
  readonly unit: SourceUnit;
  readonly code: SourceCode;
  readonly context: AnalyzeContext;
  readonly parse: Parse;
}

/** The `Promise.all` over a map whose callback is nothing but the dispatch. */
function promiseAround(
  code: SourceCode,
  dispatch: TSESTree.CallExpression,
): TSESTree.CallExpression | undefined {
  const callback = enclosingFunction(dispatch);
  const map = callback?.parent;
  const all = map?.type === 'CallExpression' ? map.parent : undefined;
  if (all?.type !== 'CallExpression') return undefined;
  const promised = promisedMap(all);
  const isAll = promised?.method === 'all' && promised.map === map && promised.callback === callback;
  return isAll && isGlobalPromise(code, all) ? all : undefined;
}

function judgeTasks(
  search: Search,
  dispatch: Dispatch,
  call: TSESTree.CallExpression,
): TinyTasks | LeftTasks {
  const { unit, code, context } = search;
  const pool = plainPool(code, dispatch);
  if (pool === undefined || !isHandedOn(call)) return { call, code: 'other-dispatch' };
  const items = arrayOf(search, call);
  if (!items) return { call, code: 'unknown-items' };
  const filename = filenameOf(code, dispatch);
  const worker = filename && context.project?.resolve(filename.specifier.value, unit.file);
  if (!filename || !worker || !hasPlainDefault(worker)) return { call, code: 'unknown-worker' };
  const chunks = chunkModule(worker, filename.specifier.value);
  const parsed = search.parse(chunks.text, chunks.file);
  const [verdict] = parsed ? analyze(parsed, context) : [];
  if (verdict?.outcome !== 'parallel') return { call, code: 'dependent-tasks' };
  const perTask = verdict.cost.perIteration;
  if (perTask >= worthItsMessage) return { call, code: 'enough-work' };
  const { range } = filename.specifier;
  const { library } = dispatch.instance.api;
  return { call, library, pool, items, filename: filename.whole.range, specifier: range, chunks, perTask };
}

/** Options of a pool that mean the same whether it gets items or lists of them. */
const indifferent = new Set([
  'filename',
  'minThreads',
  'maxThreads',
  'idleTimeout',
  'concurrentTasksPerWorker',
  'resourceLimits',
  'env',
  'argv',
  'execArgv',
  'workerData',
]);

/** The name of a pool of piscina or tinypool that is used for nothing but running and closing; `(item) => pool.run(item)`. */
function plainPool(code: SourceCode, { instance, call }: Dispatch): string | undefined {
  const { api, holder, node } = instance;
  if (!/^(?:piscina|tinypool)$/.test(api.library) || holder.kind !== 'variable') return undefined;
  const [definition, ...others] = holder.variable.defs;
  if (definition?.type !== 'Variable' || definition.parent.kind !== 'const' || others.length > 0)
    return undefined;
  if (definition.parent.parent.type === 'ExportNamedDeclaration') return undefined;
  const isUsedPlainly = holder.variable.references.every(({ identifier, init }) => {
    const { parent } = identifier;
    const name =
      parent.type === 'MemberExpression' && parent.object === identifier ? propertyName(parent) : '';
    return init === true || ['run', ...api.dispose].includes(name ?? '');
  });
  const [options, ...more] = node.arguments;
  if (options?.type !== 'ObjectExpression' || more.length > 0 || !isUsedPlainly) return undefined;
  // What is wrapped by it is moved where it is handed over itself, not as a part of a list.
  if (/\bmove\b/.test(code.text)) return undefined;
  const isIndifferent = options.properties.every(
    (one) => one.type === 'Property' && indifferent.has(propertyName(one) ?? ''),
  );
  return isIndifferent && runsItem(code, call) ? holder.variable.name : undefined;
}

/** The callback takes one item, and hands it over as it is. */
function runsItem(code: SourceCode, call: TSESTree.CallExpression): boolean {
  const callback = enclosingFunction(call);
  const [item, ...more] = callback?.params ?? [];
  const [passed, ...options] = call.arguments;
  if (!callback || item?.type !== 'Identifier' || more.length > 0 || options.length > 0) return false;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || propertyName(callee) !== 'run') return false;
  const isItem = passed?.type === 'Identifier' && passed.name === item.name;
  const [only, ...rest] = callback.body.type === 'BlockStatement' ? callback.body.body : [];
  const value = only?.type === 'ReturnStatement' && rest.length === 0 ? only.argument : callback.body;
  const isDirect = value === call || (value?.type === 'AwaitExpression' && value.argument === call);
  return isItem && isDirect && !callback.generator && findVariable(code, passed)?.defs[0]?.node === callback;
}

/** Awaited, or what an `async` function returns: then it doesn't matter whether an error is thrown or the promise rejects. */
function isHandedOn(call: TSESTree.CallExpression): boolean {
  const { parent } = call;
  if (parent.type === 'AwaitExpression') return true;
  const owner = enclosingFunction(call);
  return owner?.async === true && (parent.type === 'ReturnStatement' || owner.body === call);
}

function arrayOf(
  { unit, context }: Search,
  { arguments: [map] }: TSESTree.CallExpression,
): Range | undefined {
  const site = findLoops(unit).find(({ node }) => node === map);
  const space = site && collectFacts(site, context.facts).facts.loop.space;
  return space?.kind === 'elements' && space.isArray !== 'unknown' ? space.iterable : undefined;
}

interface Filename {
  /** What makes the path: `new URL('./resize.js', import.meta.url).href` */
  readonly whole: TSESTree.Node;
  readonly specifier: TSESTree.StringLiteral;
}

/** A path that stands in the pool's options, or in a constant, and is relative to the file. */
function filenameOf(code: SourceCode, { instance }: Dispatch): Filename | undefined {
  const [options] = instance.node.arguments;
  if (options?.type !== 'ObjectExpression') return undefined;
  const option = options.properties.find(
    (one) => one.type === 'Property' && propertyName(one) === 'filename',
  );
  if (option?.type !== 'Property') return undefined;
  const variable = option.value.type === 'Identifier' ? findVariable(code, option.value) : undefined;
  const definition = variable?.defs[0];
  const isConstant = definition?.type === 'Variable' && definition.parent.kind === 'const';
  const whole = isConstant ? definition.node.init : option.value;
  if (!whole) return undefined;
  const literals = [...walk(whole, code.visitorKeys)].filter(isRelative);
  const [specifier, ...more] = literals;
  const isPath = specifier && more.length === 0 && isPathOf(code, whole, specifier);
  return isPath ? { whole, specifier } : undefined;
}

/** `new URL('./x.js', import.meta.url).href`, `fileURLToPath` of it, `join(__dirname, './x.js')`, `require.resolve('./x.js')` */
function isPathOf(code: SourceCode, node: TSESTree.Node, specifier: TSESTree.Node): boolean {
  const again = (inner: TSESTree.Node | undefined) => !!inner && isPathOf(code, inner, specifier);
  if (node.type === 'MemberExpression')
    return /^(?:href|pathname)$/.test(propertyName(node) ?? '') && again(node.object);
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return false;
  const [first, second, ...more] = node.arguments;
  const isFirst = first === specifier && more.length === 0;
  const root = second && code.getText(second);
  if (node.type === 'NewExpression')
    return code.getText(node.callee) === 'URL' && isFirst && root === 'import.meta.url';
  const called = code.getText(node.callee);
  if (called === 'require.resolve') return isFirst && !second;
  if (/^(?:\w+\.)?fileURLToPath$/.test(called)) return !second && again(first);
  const joins = /^(?:\w+\.)?(?:join|resolve)$/.test(called) && first && code.getText(first) === '__dirname';
  return joins === true && second === specifier && more.length === 0;
}

function isRelative(node: TSESTree.Node): node is TSESTree.StringLiteral {
  return node.type === 'Literal' && typeof node.value === 'string' && /^\.\.?\/.*\.[cm]?js$/.test(node.value);
}

/** `export default function resize(item) { … }` that waits for nothing. */
function hasPlainDefault({ ast, ...unit }: SourceUnit): boolean {
  const code = sourceCodeOf({ ast, ...unit });
  const exported = ast.body.flatMap((statement): TSESTree.Node[] => {
    if (statement.type === 'ExportDefaultDeclaration') return [statement.declaration];
    const assigned = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    const isModule =
      assigned?.type === 'AssignmentExpression' && code.getText(assigned.left) === 'module.exports';
    return isModule ? [assigned.right] : [];
  });
  const [only, ...more] = exported.map((one) => findFunction(code, unwrap(one)));
  return isFunction(only) && more.length === 0 && !only.async && !only.generator;
}

/** What a module of ours begins with. */
export const chunksMarker = '// doall: lists of tasks for ';

/** Names that mean something else in the module. */
const taken = /^(?:items?|await|yield|exports|module|require)$/;

/** `resize.chunks.js` beside `resize.js`. */
function chunkModule({ file, moduleKind }: SourceUnit, specifier: string): TinyTasks['chunks'] {
  const extension = extname(file);
  const stem = basename(file, extension);
  const name = /^[a-z_$][\w$]*$/i.test(stem) && !taken.test(stem) ? stem : 'run';
  const own = `'./${basename(file)}'`;
  const head = moduleKind === 'esm' ? `import ${name} from ${own};` : `const ${name} = require(${own});`;
  const exported = moduleKind === 'esm' ? 'export default' : 'module.exports =';
  const text = `${chunksMarker}${own.slice(1, -1)}
${head}

/** @param {unknown[]} items */
${exported} (items) => items.map((item) => ${name}(item));
`;
  return {
    file: join(dirname(file), `${stem}.chunks${extension}`),
    text,
    specifier: specifier.replace(/[^/]*$/, `${stem}.chunks${extension}`),
  };
}
