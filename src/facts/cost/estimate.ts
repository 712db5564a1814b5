/** Operations from syntax: nesting, trip counts, calls. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Cost } from '../../model/index.ts';
import { childrenOf, isFunction } from '../ast.ts';
import type { BuiltinProfile } from '../builtins/index.ts';
import { callbackTrips, guessProfile, weighProfile } from './builtin.ts';
import { guessedCall, guessedTrips } from './guesses.ts';
import { literalLength, tripsOf } from './trips.ts';
import {
  type Weight,
  addWeights,
  becauseOf,
  nothingToDo,
  repeatWeight,
  weightOf,
  worstOf,
} from './weight.ts';

export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression;

/** What the caller knows of the code around. Everything may be left out; then names and guesses have to do. */
export interface Weigher {
  /** The weight of a function of the project that a call reaches; `weightOf(guessedRecursion, false)` for itself. */
  readonly call?: (node: CallNode) => Weight | undefined;
  /** The weight of a function that is passed by name: `xs.map(score)`. */
  readonly callback?: (node: TSESTree.Expression) => Weight | undefined;
  /** The built-in that a call reaches, where the receiver's kind is known. */
  readonly profile?: (node: CallNode) => BuiltinProfile | undefined;
  /** Further built-ins that a call may reach: the heaviest counts. */
  readonly others?: (node: CallNode) => readonly BuiltinProfile[];
  /** The value of an expression that is constant: `const size = 8`. */
  readonly constant?: (node: TSESTree.Expression) => number | undefined;
  /** How much of a node counts, where only parts of the code do. */
  readonly share?: ((node: TSESTree.Node) => 'all' | 'some' | 'none') | undefined;
  /** Of a call that counts in parts: only its operands do. */
  readonly isMadeElsewhere?: (node: CallNode) => boolean;
}

export interface CostInput {
  /** The loop's body, or the callback. */
  readonly body: TSESTree.Node;
  readonly trips: number | undefined;
  readonly weigher: Weigher;
  readonly measuredMs?: number | undefined;
}

/** Cost of one iteration of a loop. */
export function estimateCost({ body, trips, weigher, measuredMs }: CostInput): Cost {
  const weight = weighCode(isFunction(body) ? body.body : body, weigher);
  return {
    perIteration: Math.max(1, Math.round(weight.operations)),
    trips,
    certain: weight.certain,
    because: becauseOf(weight),
    measuredMs,
  };
}

/** Weight of running a piece of code once: a function's body for its summary, a loop's body for its cost. */
export function weighCode(node: TSESTree.Node, weigher: Weigher): Weight {
  return weigh(node, weigher, 0);
}

/** Deeper than this are only generated tables and long chains of `+`; the call stack is not ours to fill. */
const deepest = 800;

function weigh(node: TSESTree.Node, weigher: Weigher, depth: number): Weight {
  if (depth > deepest) return weightOf(1, false);
  const share = weigher.share?.(node) ?? 'all';
  if (share === 'none') return nothingToDo;
  if (share === 'all' && weigher.share) return weigh(node, { ...weigher, share: undefined }, depth);
  const of = (child: TSESTree.Node | null | undefined) =>
    child == null ? nothingToDo : weigh(child, weigher, depth + 1);
  switch (node.type) {
    case 'ForStatement':
      return addWeights([
        of(node.init),
        weighLoop(node, [of(node.test), of(node.update), of(node.body)], weigher),
      ]);
    case 'ForOfStatement':
    case 'ForInStatement':
      return addWeights([of(node.right), weighLoop(node, [weightOf(5), of(node.body)], weigher)]);
    case 'WhileStatement':
    case 'DoWhileStatement':
      return weighLoop(node, [of(node.test), of(node.body)], weigher);
    case 'IfStatement':
    case 'ConditionalExpression':
      return addWeights([weightOf(1), of(node.test), worstOf([of(node.consequent), of(node.alternate)])]);
    case 'SwitchStatement':
      return addWeights([
        of(node.discriminant),
        worstOf(node.cases.map((one) => addWeights(one.consequent.map(of)))),
      ]);
    case 'ThrowStatement':
      return nothingToDo; // where a loop gets on, it isn't reached
    case 'CallExpression':
    case 'NewExpression':
    case 'TaggedTemplateExpression':
      return weighCall(node, weigher, of);
    default:
      return weighPlain(node, of);
  }
}

function weighPlain(node: TSESTree.Node, of: (child: TSESTree.Node) => Weight): Weight {
  if (isFunction(node) || node.type === 'ClassDeclaration' || node.type === 'ClassExpression')
    return weightOf(20);
  if (isType(node)) return nothingToDo;
  const own = ownOperations[node.type];
  const weights = own === undefined ? [] : [weightOf(own)];
  for (const child of childrenOf(node)) weights.push(of(child));
  return addWeights(weights);
}

function weighLoop(node: TSESTree.Node, once: readonly Weight[], weigher: Weigher): Weight {
  const trips = tripsOf(node, weigher.constant ?? (() => undefined));
  const cause = trips === undefined ? 'nested loop' : `nested loop of ${trips}`;
  return repeatWeight(addWeights([weightOf(1), ...once]), trips ?? guessedTrips, trips !== undefined, cause);
}

function weighCall(node: CallNode, weigher: Weigher, of: (child: TSESTree.Node) => Weight): Weight {
  const operands = (
    node.type === 'TaggedTemplateExpression' ? [node.tag, node.quasi] : [node.callee, ...node.arguments]
  )
    .filter((child) => !isFunction(child))
    .map(of);
  if (weigher.share && weigher.isMadeElsewhere?.(node)) return addWeights(operands);
  return addWeights([...operands, weightOf(3), weighCallee(node, weigher, of)]);
}

function weighCallee(node: CallNode, weigher: Weigher, of: (child: TSESTree.Node) => Weight): Weight {
  const known = weigher.call?.(node);
  if (known !== undefined) return named(known, node);
  const callee = node.type === 'TaggedTemplateExpression' ? node.tag : node.callee;
  if (isFunction(callee)) return of(callee.body);
  const profile = weigher.profile?.(node) ?? guessProfile(node);
  const given = new Map<TSESTree.Node, Weight>();
  const callback = (node: TSESTree.Expression) => {
    const weight = given.get(node) ?? weighCallback(node, weigher, of);
    given.set(node, weight);
    return weight;
  };
  const weighed = (one: BuiltinProfile) =>
    addWeights([weighProfile(one), ...weighCallbacks(node, one, callback)]);
  const weight = profile ? weighed(profile) : weightOf(guessedCall, false);
  const others = weigher.others?.(node) ?? [];
  return others.length === 0 ? weight : { ...worstOf([weight, ...others.map(weighed)]), certain: true };
}

function weighCallback(
  node: TSESTree.Expression,
  weigher: Weigher,
  of: (child: TSESTree.Node) => Weight,
): Weight {
  return isFunction(node) ? of(node.body) : (weigher.callback?.(node) ?? weightOf(0, false));
}

function weighCallbacks(
  node: CallNode,
  profile: BuiltinProfile,
  once: (callback: TSESTree.Expression) => Weight,
): Weight[] {
  if (node.type === 'TaggedTemplateExpression') return [];
  return profile.callbacks.flatMap(({ callee, timing, times }) => {
    const given = callee.kind === 'argument' ? node.arguments[callee.index] : undefined;
    if (given === undefined || given.type === 'SpreadElement' || timing === 'later') return [];
    const trips = times === 'each' ? receiverLength(node) : undefined;
    return [
      repeatWeight(
        once(given),
        trips ?? callbackTrips(times),
        trips !== undefined,
        times === 'once' ? undefined : 'nested loop',
      ),
    ];
  });
}

function receiverLength(node: CallNode): number | undefined {
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression'
    ? literalLength(node.callee.object)
    : undefined;
}

/** A heavy callee is a cause by its name. */
function named(weight: Weight, node: CallNode): Weight {
  const callee = node.type === 'TaggedTemplateExpression' ? node.tag : node.callee;
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  const text = name.type === 'Identifier' ? `calls ${name.name}` : 'calls a function';
  return { ...weight, causes: [{ text, operations: weight.operations }] };
}

function isType(node: TSESTree.Node): boolean {
  return node.type.startsWith('TS') && !valueWrappers.has(node.type);
}

const valueWrappers = new Set<string>([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TSParameterProperty',
]);

/** Operations of a node beside its children's. What isn't listed is free. */
const ownOperations: Readonly<Record<string, number>> = {
  ArrayExpression: 15,
  ArrayPattern: 10,
  AssignmentExpression: 1,
  AwaitExpression: 200,
  BinaryExpression: 1,
  JSXElement: 100,
  LogicalExpression: 1,
  MemberExpression: 1,
  ObjectExpression: 15,
  SpreadElement: guessedTrips,
  TemplateLiteral: 30,
  UnaryExpression: 1,
  UpdateExpression: 1,
  VariableDeclarator: 1,
  YieldExpression: 50,
};
