/**
 * Purpose: the edit that closes a pool whatever happens: `try { … } finally { await pool.destroy(); }`.
 * Input: a pool that a function makes, the tasks that it hands over, and the call that closes it now, if there is one.
 * Guarantee: undefined where a task could be cut off, or a name would lose its meaning; the code moves, and is otherwise the same.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Range } from '../../model/index.ts';
import type { SourceCode } from './modules.ts';
import { findVariable } from './modules.ts';
import type { Dispatch, PoolInstance } from './pools.ts';
import { settlementOf } from './settled.ts';
import { indentOf, lineStartsIn, linesOf, stepOf, withComments } from './text.ts';
import type { FunctionNode } from './walk.ts';
import { contains, enclosingFunction, findAncestor, isFunction, walk } from './walk.ts';

/** Put in the place of a range of the text. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

interface Place {
  /** What makes the pool. */
  readonly statement: TSESTree.VariableDeclaration | TSESTree.ExpressionStatement;
  /** The statements after it in its block. */
  readonly rest: readonly TSESTree.Statement[];
  readonly home: FunctionNode;
}

/** A pool, and the tasks that it is handed. */
export interface PoolTasks {
  readonly instance: PoolInstance;
  readonly own: readonly Dispatch[];
}

/** Around the rest of the block in which the pool is made. */
export function closeAtEnd(code: SourceCode, { instance, own }: PoolTasks): readonly TextEdit[] | undefined {
  const place = placeOf(instance);
  const { api, holder } = instance;
  const [method] = api.dispose;
  const returns = place && findReturns(code, place, own);
  if (!place || !returns || method === undefined || holder.kind !== 'variable') return undefined;
  if (!isMovable(code, place.rest)) return undefined;
  const end = code.getText(place.statement).endsWith(';') ? ';' : '';
  const closing = `await ${holder.variable.name}.${method}()${end}`;
  return [...wrap(code, place.rest, closing), ...returns.flatMap(awaitReturned)];
}

/** `await using pool = …` in the place of `const pool = …`, where the library has the method for it. */
export function closeByUsing(
  code: SourceCode,
  { instance, own }: PoolTasks,
): readonly TextEdit[] | undefined {
  const place = placeOf(instance);
  const returns = place && findReturns(code, place, own);
  if (!returns || instance.api.isAsyncDisposable !== true) return undefined;
  const { statement } = place;
  if (statement.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return undefined;
  const [start] = statement.range;
  return [
    { range: [start, start + statement.kind.length], text: 'await using' },
    ...returns.flatMap(awaitReturned),
  ];
}

/** With the statement that closes the pool now; a plain `return` after it goes into the `try`, as its value is known before. */
export function closeOnError(
  code: SourceCode,
  { instance, own }: PoolTasks,
  closing: TSESTree.CallExpression,
): readonly TextEdit[] | undefined {
  const place = placeOf(instance);
  const returns = place && findReturns(code, place, own);
  const at = place?.rest.findIndex((one) => contains(one, closing)) ?? -1;
  const closed = place?.rest[at];
  if (!place || !returns || closed?.type !== 'ExpressionStatement') return undefined;
  const awaited = returns.flatMap(awaitReturned);
  const before = place.rest.slice(0, at);
  const after = place.rest.slice(at + 1);
  const closedRange = withComments(code, closed);
  const text = code.text.slice(...closedRange);
  const [only] = after;
  const isReturn = after.length === 1 && only?.type === 'ReturnStatement' && isPlain(code, only, instance);
  const moved = isReturn ? [...before, only] : before;
  if (!isMovable(code, moved)) return undefined;
  if (isReturn) return [...wrap(code, moved, text, linesOf(code, closedRange)), ...awaited];
  const wrapped = wrap(code, moved, text);
  return wrapped.length === 0
    ? undefined
    : [...wrapped, ...awaited, { range: linesOf(code, closedRange), text: '' }];
}

/** `const pool = …`, or `pool = …` beside `let pool`, in a function that can await. */
function placeOf({ node, holder }: PoolInstance): Place | undefined {
  const statement = findAncestor(node, isMaking);
  const home = enclosingFunction(node);
  const block = statement?.parent;
  if (!statement || !home?.async || block?.type !== 'BlockStatement') return undefined;
  if (holder.kind !== 'variable' || !isOf(block, holder.variable.scope.block)) return undefined;
  const writes = holder.variable.references.filter((reference) => reference.isWrite());
  if (writes.length > 1) return undefined;
  return { statement, rest: block.body.slice(block.body.indexOf(statement) + 1), home };
}

function isMaking(node: TSESTree.Node): node is Place['statement'] {
  return node.type === 'VariableDeclaration' || node.type === 'ExpressionStatement';
}

/** Whether the scope's variables live in this very block. */
function isOf(block: TSESTree.BlockStatement, scope: TSESTree.Node): boolean {
  return scope === block || (scope === block.parent && isFunction(scope));
}

/** The statements that hand a running task to the caller; undefined when one may still run at the end. */
function findReturns(
  code: SourceCode,
  { home }: Place,
  own: readonly Dispatch[],
): TSESTree.ReturnStatement[] | undefined {
  const settlements = own.map(({ call }) => settlementOf(code, call, home));
  if (settlements.some((one) => one === undefined)) return undefined;
  const returns = settlements.flatMap((one) => (one?.by === 'return' ? [one.node] : []));
  return [...new Set(returns)];
}

/** `return await …`, so that the `finally` waits. */
function awaitReturned({ argument }: TSESTree.ReturnStatement): readonly TextEdit[] {
  const { type, range } = argument as TSESTree.Expression;
  const [start, end] = range;
  if (type !== 'ConditionalExpression') return [{ range: [start, start], text: 'await ' }];
  return [
    { range: [start, start], text: 'await (' },
    { range: [end, end], text: ')' },
  ];
}

/** No name that they declare is used elsewhere: it would go with the block. */
function isMovable(code: SourceCode, statements: readonly TSESTree.Statement[]): boolean {
  const isInside = (node: TSESTree.Node) => statements.some((one) => contains(one, node));
  return statements
    .flatMap((one) => code.getDeclaredVariables(one))
    .every(({ references }) => references.every(({ identifier }) => isInside(identifier)));
}

/** Nothing is called or changed by it, and what it gives doesn't change while the pool is closed. */
function isPlain(code: SourceCode, statement: TSESTree.Statement, { node, holder }: PoolInstance): boolean {
  const acts = /^(?:Call|New|Await|Yield|Assignment|Update|TaggedTemplate|Import)Expression$/;
  const home = enclosingFunction(node);
  return [...walk(statement, code.visitorKeys)].every((inner) => {
    const variable = inner.type === 'Identifier' ? findVariable(code, inner) : undefined;
    if (acts.test(inner.type) || (holder.kind === 'variable' && holder.variable === variable)) return false;
    return (
      variable?.references.every(
        (reference) => !reference.isWrite() || enclosingFunction(reference.identifier) === home,
      ) ?? true
    );
  });
}

/** @param without a range among the statements that is left out */
function wrap(
  code: SourceCode,
  statements: readonly TSESTree.Statement[],
  closing: string,
  without?: Range,
): readonly TextEdit[] {
  const [first] = statements;
  const last = statements.at(-1);
  if (!first || !last) return [];
  const line = indentOf(code, first);
  const step = stepOf(code);
  const [start, end] = [withComments(code, first)[0], withComments(code, last)[1]];
  const opened = { range: [start, start] as const, text: `try {${line}${step}` };
  const closed = {
    range: [end, end] as const,
    text: `${line}} finally {${line}${step}${closing.replaceAll('\n', `\n${step}`)}${line}}`,
  };
  const isGone = (offset: number) => without && without[0] <= offset && offset < without[1];
  const indented = lineStartsIn(code, [start, end])
    .filter((offset) => !isGone(offset))
    .map((offset) => ({ range: [offset, offset] as const, text: step }));
  return [opened, ...indented, ...(without ? [{ range: without, text: '' }] : []), closed];
}
