/**
 * Purpose: the classes whose instances cross with a task's items, constants and results.
 * Input: the text of the part, and the expressions whose values cross back.
 * Guarantee: each can cross, or there is a refusal; a class that is not seen here the runtime refuses to send, and computes in place.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { ClassRef } from '../../facts/index.ts';
import type { ClassPlan, Range } from '../../model/index.ts';
import type { Blocker } from '../slice/describe.ts';
import { makeHazard } from '../slice/describe.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { isTypeOf, transportOf } from '../slice/transport.ts';
import type { Transport } from '../slice/transport.ts';
import { findLateLoadBlocker, findLoadEffect } from './loading.ts';
import { NameGiver } from './name.ts';
import { findPossibleClasses } from './possible-classes.ts';

export interface ClassesPlan {
  readonly classes: readonly ClassPlan[];
  /** Variables of the source file that stand for classes: helpers of the task. */
  readonly variables: ReadonlyMap<Variable, TSESTree.Node>;
  readonly isLate: () => boolean;
  readonly refusals: readonly Blocker[];
  /** Further ones, which follow all imports. */
  readonly lateRefusals: () => readonly Blocker[];
}

type Crossing = Exclude<Transport, { kind: 'refused' }> & { readonly node: TSESTree.Node };

/**
 * @param isSent whether a variable of the part arrives from outside
 * @param fields expressions whose values are sent
 * @param crossing expressions whose values come back
 */
export function planClasses(
  view: LoopView,
  ranges: readonly Range[],
  isSent: (variable: Variable) => boolean,
  fields: readonly TSESTree.Node[],
  crossing: readonly TSESTree.Node[],
): ClassesPlan {
  const names = new NameGiver(view);
  const variables = new Map<Variable, TSESTree.Node>();
  const refusals: Blocker[] = [];
  const classes: ClassPlan[] = [];
  const transports: Crossing[] = [];
  const sent = [...sentNodes(view, ranges, isSent), ...fields, ...crossing];
  for (const [ref, node] of classesOf(view, ranges, sent)) {
    const transport = transportOf(view, ref);
    if (transport.kind === 'refused') {
      refusals.push(refuse(view, node, transport.why, crossing.includes(node)));
      continue;
    }
    transports.push({ ...transport, node });
    if (transport.kind === 'local') {
      variables.set(transport.variable, node);
      classes.push({ name: transport.variable.name, from: undefined });
      continue;
    }
    const { file, exported } = transport;
    const load = findLoadEffect(view, file, node);
    if (load) refusals.push(load);
    const wish = ref.node.id?.name ?? 'Class';
    const name = isTypeOf(view, wish, file, exported) ? wish : names.give(wish);
    classes.push({ name, from: { file, exported } });
  }
  return {
    classes,
    variables,
    isLate: () => transports.some(({ isLate }) => isLate()),
    refusals,
    lateRefusals: () => transports.flatMap((transport) => refuseLate(view, transport, crossing) ?? []),
  };
}

function refuseLate(
  view: LoopView,
  { node, ...transport }: Crossing,
  crossing: readonly TSESTree.Node[],
): Blocker | undefined {
  const change = transport.change();
  if (change !== undefined) return refuse(view, node, change, crossing.includes(node));
  return transport.kind === 'foreign' ? findLateLoadBlocker(view, transport.file, node) : undefined;
}

/** The first mention of each variable that is sent. */
function sentNodes(
  view: LoopView,
  ranges: readonly Range[],
  isSent: (variable: Variable) => boolean,
): readonly TSESTree.Node[] {
  const references = ranges.flatMap((range) => view.names.referencesIn(range));
  return references.flatMap(({ resolved, identifier }) => (resolved && isSent(resolved) ? [identifier] : []));
}

function classesOf(
  view: LoopView,
  ranges: readonly Range[],
  nodes: readonly TSESTree.Node[],
): ReadonlyMap<ClassRef, TSESTree.Node> {
  const found = new Map<ClassRef['node'], readonly [ClassRef, TSESTree.Node]>();
  let open: TSESTree.Node | undefined;
  for (const node of nodes) {
    const refs = view.analysis.classesIn(node);
    for (const ref of refs) if (!found.has(ref.node)) found.set(ref.node, [ref, node]);
    if (refs.length > 0 && view.analysis.mayHoldOtherInstances(node)) open ??= node;
  }
  const known = [...found.values()].map(([ref]) => ref);
  if (open) for (const ref of findPossibleClasses(view, ranges, known)) found.set(ref.node, [ref, open]);
  return new Map(found.values());
}

function refuse(view: LoopView, node: TSESTree.Node, detail: string, isResult: boolean): Blocker {
  const subject = view.text(node.range).replace(/\s+/g, ' ').slice(0, 40);
  const code = isResult ? 'lossy-result' : 'lossy-capture';
  const hazard = makeHazard(view, code, { subject, detail, range: node.range });
  return { range: node.range, hazard, missing: undefined, effect: undefined };
}
