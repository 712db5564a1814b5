/** Weights of built-ins, from their profiles. */
import type { TSESTree } from '@typescript-eslint/types';
import { type BuiltinProfile, type ValueKind, lookupGlobal, lookupMethod } from '../builtins/index.ts';
import { dottedName } from '../cloneability/names.ts';
import { guessedTrips } from './guesses.ts';
import { type Weight, weightOf } from './weight.ts';

/** Kinds in the order in which a method's name is taken to mean theirs, when nothing is known of the receiver. */
const likely: readonly ValueKind[] = [
  'number',
  'map',
  'set',
  'array',
  'string',
  'regexp',
  'date',
  'typed-array',
  'hash',
];

/** The built-in that a call most likely means, going by its text alone. */
export function guessProfile(
  node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression,
): BuiltinProfile | undefined {
  const callee = node.type === 'TaggedTemplateExpression' ? node.tag : node.callee;
  const use = node.type === 'NewExpression' ? 'new' : 'call';
  const count = node.type === 'TaggedTemplateExpression' ? 1 : node.arguments.length;
  const name = dottedName(callee);
  const global = name === undefined ? undefined : lookupGlobal(name, use, count);
  if (global !== undefined || use === 'new') return global;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return undefined;
  const method = callee.property.name;
  return likely
    .map((kind) => lookupMethod(kind, method, 'call', count))
    .find((profile) => profile !== undefined);
}

/** Without its callbacks. Anything that grows with its data is a guess. */
export function weighProfile({ name, cost }: BuiltinProfile): Weight {
  const times = growthFactors[cost.growth];
  const weight = weightOf(cost.operations * times, cost.growth === 'constant');
  return cost.growth === 'expensive'
    ? { ...weight, causes: [{ text: name, operations: weight.operations }] }
    : weight;
}

/** How often a callback of a built-in runs. */
export function callbackTrips(times: BuiltinProfile['callbacks'][number]['times']): number {
  return { once: 1, each: guessedTrips, 'each-log-n': guessedTrips * Math.log2(guessedTrips) }[times];
}

const growthFactors = {
  constant: 1,
  expensive: 1,
  linear: guessedTrips,
  linearithmic: guessedTrips * Math.log2(guessedTrips),
} as const;
