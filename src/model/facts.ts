/** Everything that is known of one loop before it is judged. Printable (see print-facts). */
import type { Access, Dependence, Reduction, VariableRole } from './dependence.ts';
import type { Binding, BindingId } from './place.ts';
import type { Capture } from './capture.ts';
import type { Cost } from './cost.ts';
import type { Effect } from './effect.ts';
import type { Loop } from './loop.ts';

export interface LoopFacts {
  readonly loop: Loop;
  /** Every variable that the body touches. */
  readonly bindings: readonly Binding[];
  /** All effects of one iteration in evaluation order, calls expanded to their summaries' effects at the call's range. */
  readonly effects: readonly Effect[];
  /** The reads and writes (mutations are writes) among them that touch anything other than fresh objects. */
  readonly accesses: readonly Access[];
  readonly captures: readonly Capture[];
  /** The flow dependences among `dependences`: the only ones that block. */
  readonly flows: readonly Dependence[];
  readonly dependences: readonly Dependence[];
  readonly roles: readonly { readonly id: BindingId; readonly name: string; readonly role: VariableRole }[];
  readonly reductions: readonly Reduction[];
  readonly cost: Cost;
}
