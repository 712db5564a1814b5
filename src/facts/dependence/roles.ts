/**
 * Purpose: what each variable is to the loop (private, constant, reduction, …).
 * Input: DependenceInput.
 * Guarantee: a variable is private or constant only where that is proven; `shared` is the fallback.
 */
import type { Binding, BindingId, Dependence, Reduction, VariableRole } from '../../model/index.ts';
import type { BodyFlow, MemoryEvent } from './events.ts';
import type { DependenceInput } from './input.ts';
import { findReductions } from './reductions.ts';
import { testDependences } from './test-dependences.ts';
import { walkBody } from './walk-body.ts';

export interface RoleEntry {
  readonly id: BindingId;
  readonly name: string;
  readonly role: VariableRole;
}

/** One role for every binding that the body touches. */
export function classifyRoles(
  input: DependenceInput,
  dependences: readonly Dependence[] = testDependences(input),
  reductionsFound: readonly Reduction[] = findReductions(input),
): readonly RoleEntry[] {
  const flow = walkBody(input);
  const items = new Set(input.loop.items.map((item) => item.id));
  const reductions = new Set(reductionsFound.map((reduction) => reduction.binding));
  const roots = carriedRoots(input, dependences);
  return input.bindings.map((binding) => {
    const { id, name } = binding;
    if (items.has(id)) return { id, name, role: 'item' };
    if (binding.level === 'iteration') return { id, name, role: 'private' };
    if (reductions.has(id)) return { id, name, role: 'reduction' };
    return { id, name, role: outerRole(binding, input, flow, roots) };
  });
}

interface CarriedRoots {
  readonly flow: ReadonlySet<BindingId>;
  readonly output: ReadonlySet<BindingId>;
}

/** Variables and objects with a carried dependence, by its kind. */
function carriedRoots(input: DependenceInput, dependences: readonly Dependence[]): CarriedRoots {
  const rootsOf = (kind: Dependence['kind']) =>
    dependences
      .filter((d) => d.kind === kind && d.carried)
      .flatMap((d) => [input.accesses[d.source], input.accesses[d.sink]])
      .flatMap((a) => (a?.place.root.kind === 'binding' ? [a.place.root.id] : []));
  return { flow: new Set(rootsOf('flow')), output: new Set(rootsOf('output')) };
}

function outerRole(
  { id }: Binding,
  input: DependenceInput,
  flow: BodyFlow,
  carried: CarriedRoots,
): VariableRole {
  const scalar = flow.scalars.filter((e) => e.id === id);
  if (scalar.some((e) => e.kind === 'write')) {
    if (flow.inductions.has(id) && scalar.some((e) => e.exposed)) return 'induction';
    if (scalar.some((e) => e.exposed)) return 'shared';
    return input.isLiveAfter(id) ? 'lastprivate' : 'private';
  }
  const memory = flow.memory.filter((e) => isRoot(e, id));
  if (!memory.some((e) => e.access.kind === 'write')) return 'constant';
  const isScratch =
    memory.some((e) => e.access.kind === 'read') && carried.output.has(id) && !carried.flow.has(id);
  if (!isScratch) return 'shared';
  return input.isLiveAfter(id) ? 'lastprivate' : 'private';
}

function isRoot({ access: { place } }: MemoryEvent, id: BindingId): boolean {
  return place.root.kind === 'binding' && place.root.id === id;
}
