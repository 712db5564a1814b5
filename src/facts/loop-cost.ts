/** The cost of a loop's iterations; functions of the project are weighed by their code. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Cost, Range, SourceUnit } from '../model/index.ts';
import type { FunctionNode, LoopSite } from './analysis.ts';
import { contains, overlaps, staticKey, unwrap } from './ast.ts';
import { lookupMethod } from './builtins/index.ts';
import type { BuiltinProfile } from './builtins/index.ts';
import { estimateCost, weighCode, weightOf } from './cost/index.ts';
import type { CallNode, Weight, Weigher } from './cost/index.ts';
import { guessedRecursion } from './cost/guesses.ts';
import { tripsOf } from './cost/trips.ts';
import type { FactsContext } from './context.ts';
import { measureLoop } from './measure-loop.ts';
import { shallowRunOf } from './run.ts';
import type { Run } from './run.ts';
import { isReassigned, scopeIndexOf } from './scopes.ts';
import { inferType } from './values/infer.ts';
import { codeOfVariable } from './values/outer.ts';

const costs = new WeakMap<FactsContext, WeakMap<TSESTree.Node, Cost>>();

/** Goes by the syntax alone, so that it can be asked before anything else is known of the loop. */
export function costOf(context: FactsContext, site: LoopSite): Cost {
  const { unit, node, callback, body } = site;
  const known = costs.get(context) ?? new WeakMap<TSESTree.Node, Cost>();
  costs.set(context, known);
  const found = known.get(node);
  if (found) return found;
  const weigher = weigherOf(shallowRunOf(context), unit);
  const trips = tripsOfLoop(site);
  const measuredMs = context.profile && measureLoop(context.profile, site);
  const cost = estimateCost({ body: callback ?? body, trips, weigher, measuredMs });
  known.set(node, cost);
  return cost;
}

/**
 * The share of an iteration's work, from 0 to 1, that the code within the ranges does.
 * @param calls ranges of calls that are no part of it, even where their operands are
 */
export function shareOfPart(
  context: FactsContext,
  site: LoopSite,
  ranges: readonly Range[],
  calls: readonly Range[],
): number {
  return shareOf(context, site, calls, ({ range }) => {
    if (ranges.some((part) => contains(part, range))) return 'all';
    return ranges.some((part) => overlaps(part, range)) ? 'some' : 'none';
  });
}

/** The largest share that `shareOfPart` gives for code that holds none of the ranges. */
export function shareWithout(
  context: FactsContext,
  site: LoopSite,
  ranges: readonly Range[],
  calls: readonly Range[],
): number {
  return shareOf(context, site, calls, ({ range }) =>
    ranges.some((held) => contains(range, held)) ? 'some' : 'all',
  );
}

function shareOf(
  context: FactsContext,
  site: LoopSite,
  calls: readonly Range[],
  share: NonNullable<Weigher['share']>,
): number {
  const isMadeElsewhere = ({ range }: TSESTree.Node): boolean =>
    calls.some(([start, end]) => start === range[0] && end === range[1]);
  const weigher = { ...weigherOf(shallowRunOf(context), site.unit), share, isMadeElsewhere };
  const { operations } = weighCode(site.callback?.body ?? site.body, weigher);
  return Math.min(1, operations / costOf(context, site).perIteration);
}

/** Where the text gives them. */
export function tripsOfLoop({ loop, unit, node }: LoopSite): number | undefined {
  return tripsOfSpace(loop.space) ?? tripsOf(node, (at) => constantOf(unit, at));
}

function tripsOfSpace(space: LoopSite['loop']['space']): number | undefined {
  if (space.kind !== 'counted' || space.from.value === undefined || space.to.value === undefined)
    return undefined;
  const span = (space.to.value - space.from.value) / space.step;
  return Math.max(0, space.inclusive ? Math.floor(span) + 1 : Math.ceil(span));
}

function weigherOf(run: Run, unit: SourceUnit): Weigher {
  return {
    call: (node) => weighCallee(run, unit, node.type === 'TaggedTemplateExpression' ? node.tag : node.callee),
    callback: (node) => weighCallee(run, unit, node),
    profile: (node) => profileOf(run, unit, node),
    constant: (node) => constantOf(unit, node),
  };
}

function weighCallee(run: Run, unit: SourceUnit, node: TSESTree.Node): Weight | undefined {
  const callee = unwrap(node);
  if (callee.type !== 'Identifier') return undefined;
  const variable = scopeIndexOf(unit).variableOf(callee);
  const [ref] = (variable && codeOfVariable(run, variable, unit)?.refs.values()) ?? [];
  return ref?.kind === 'function' ? weighFunction(run, ref.node, ref.unit) : undefined;
}

const weights = new WeakMap<FunctionNode, Weight>();
const inProgress = new Set<FunctionNode>();

function weighFunction(run: Run, node: FunctionNode, unit: SourceUnit): Weight {
  const known = weights.get(node);
  if (known) return known;
  if (inProgress.has(node)) return weightOf(guessedRecursion, false);
  inProgress.add(node);
  const weight = weighCode(node.body, weigherOf(run, unit));
  inProgress.delete(node);
  weights.set(node, weight);
  return weight;
}

function profileOf(run: Run, unit: SourceUnit, node: CallNode): BuiltinProfile | undefined {
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  if (callee?.type !== 'MemberExpression') return undefined;
  const name = staticKey(callee.property, callee.computed) ?? '';
  for (const { kind } of inferType(run, callee.object, unit)) {
    const profile = lookupMethod(kind, name);
    if (profile) return profile;
  }
  return undefined;
}

/** `const size = 8` */
export function constantOf(unit: SourceUnit, node: TSESTree.Node): number | undefined {
  if (node.type !== 'Identifier') return undefined;
  const variable = scopeIndexOf(unit).variableOf(node);
  const declarator = variable?.defs[0]?.node;
  if (!variable || isReassigned(variable) || declarator?.type !== 'VariableDeclarator') return undefined;
  const { init } = declarator;
  return init?.type === 'Literal' && typeof init.value === 'number' ? init.value : undefined;
}
