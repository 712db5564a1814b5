/** A loop's space with what the whole project tells of its iterable, or of its bounds. */
import type { TSESTree } from '@typescript-eslint/types';
import type { IterationSpace } from '../model/index.ts';
import type { LoopSite } from './analysis.ts';
import { arrayEvidence } from './array-evidence.ts';
import { unwrap } from './ast.ts';
import type { FactsContext } from './context.ts';
import { countedToLength } from './loop-space.ts';
import { runOf } from './run.ts';
import { inferType } from './values/infer.ts';
import type { Type } from './values/type.ts';

export function refineSpace(site: LoopSite, context: FactsContext): IterationSpace {
  const space = closedSpace(site, context);
  if (space.kind === 'counted')
    return countsNumbers(site, context) ? space : { kind: 'open', why: 'unknown-trip-count' };
  const iterable = space.kind === 'elements' ? iterableOf(site) : undefined;
  if (space.kind !== 'elements' || !iterable) return space;
  const { isArray, dense } = arrayEvidence(site.unit, iterable, runOf(context));
  return { ...space, isArray, dense: dense || space.dense };
}

/** Kinds whose `length` is a whole number from 0 on. */
const measured = new Set(['array', 'string', 'typed-array', 'buffer']);

/** `i !== xs.length` bounds a loop when `xs` is known to be an array. */
function closedSpace({ loop, node, unit }: LoopSite, context: FactsContext): IterationSpace {
  const found = loop.space.kind === 'open' && node.type === 'ForStatement' && countedToLength(unit, node);
  if (!found) return loop.space;
  const atoms = [...inferType(runOf(context), found.counted, unit)];
  const isMeasured = atoms.length > 0 && atoms.every(({ kind }) => measured.has(kind));
  return isMeasured ? found.space : loop.space;
}

function iterableOf({ loop, node }: LoopSite): TSESTree.Node | undefined {
  if (node.type === 'ForOfStatement') return node.right;
  if (node.type !== 'CallExpression') return undefined;
  if (loop.form === 'from') return node.arguments[0];
  const callee = unwrap(node.callee);
  return callee.type === 'MemberExpression' ? callee.object : undefined;
}

/**
 * Whether the loop runs through what `range` gives: not through BigInts, nor through what `i += 1` makes of a string. `i++`, and
 * steps of more than one, are written there as here.
 */
function countsNumbers({ node, unit }: LoopSite, context: FactsContext): boolean {
  if (node.type !== 'ForStatement' || !node.init || !node.test || !node.update) return true;
  const run = runOf(context);
  const start = startOf(node.init);
  const bounds = node.test.type === 'BinaryExpression' ? [node.test.left, node.test.right] : [];
  const types = [start, ...bounds].flatMap((bound) => (bound ? [inferType(run, bound, unit)] : []));
  if (types.some(isBigInt)) return false;
  return isWrittenAlike(node.update) || (start !== undefined && isNumber(inferType(run, start, unit)));
}

function startOf(init: TSESTree.Node): TSESTree.Node | undefined {
  if (init.type === 'VariableDeclaration') return init.declarations[0].init ?? undefined;
  return init.type === 'AssignmentExpression' ? init.right : undefined;
}

function isWrittenAlike(update: TSESTree.Expression): boolean {
  if (update.type === 'UpdateExpression') return true;
  if (update.type !== 'AssignmentExpression') return true;
  const by = unwrap(update.right);
  const isPositive = by.type === 'Literal' && typeof by.value === 'number' && by.value > 0;
  return isPositive && (update.operator === '-=' || by.value !== 1);
}

function isBigInt(type: Type): boolean {
  return type.size > 0 && [...type].every(({ kind }) => kind === 'bigint');
}

/** Arithmetic on what isn't known gives a number or a BigInt: the number is taken, as long as nothing shows the other. */
function isNumber(type: Type): boolean {
  return type.size > 0 && [...type].every(({ kind }) => kind === 'number' || kind === 'bigint');
}
