/**
 * Purpose: what each variable is to the loop (private, constant, reduction, …).
 * Input: DependenceInput.
 * Guarantee: a variable is private or constant only where that is proven; `shared` is the fallback.
 */
import type { Binding, BindingId, Dependence, Reduction, VariableRole } from '../../model/index.ts';
import type { BodyFlow, MemoryEvent } from './events.ts';
import type { DependenceInput } from './input.ts';
import { findReductions } from './reductions.ts';
import { LoopDependences } from './test-dependences.ts';
import { walkBody } from './walk-body.ts';

export interface RoleEntry {
  readonly id: BindingId;
  readonly name: string;
  readonly role: VariableRole;
}

/** One role for every binding that the body touches; each is worked out when it is asked for. */
export function classifyRoles(
  input: DependenceInput,
  dependences: DependencesByKind = new LoopDependences(input),
  reductionsOf: () => readonly Reduction[] = () => findReductions(input),
): readonly RoleEntry[] {
  const flow = walkBody(input);
  const items = new Set(input.loop.items.map((item) => item.id));
  let reductions: ReadonlySet<BindingId> | undefined;
  const isReduction = (id: BindingId): boolean => {
    if (isRenewed(id, flow) && !input.isLiveAfter(id)) return false;
    reductions ??= new Set(reductionsOf().map((reduction) => reduction.binding));
    return reductions.has(id);
  };
  const roots = new Map<string, ReadonlySet<BindingId>>();
  const isCarried = (kind: 'flow' | 'output', id: BindingId): boolean => {
    const known = roots.get(kind) ?? carriedRoots(input, dependences[kind]);
    roots.set(kind, known);
    return known.has(id);
  };
  const roleOf = (binding: Binding): VariableRole => {
    if (items.has(binding.id)) return 'item';
    if (binding.level === 'iteration') return 'private';
    if (isInduction(binding.id, input)) return 'induction';
    return isReduction(binding.id) ? 'reduction' : outerRole(binding, input, flow, isCarried);
  };
  return input.bindings.map((binding) => new LazyRole(binding, roleOf));
}

class LazyRole implements RoleEntry {
  readonly id: BindingId;
  readonly name: string;
  readonly #find: () => VariableRole;
  #role: VariableRole | undefined;

  constructor(binding: Binding, roleOf: (binding: Binding) => VariableRole) {
    this.id = binding.id;
    this.name = binding.name;
    this.#find = () => roleOf(binding);
  }

  get role(): VariableRole {
    return (this.#role ??= this.#find());
  }
}

/** Flow and output dependences, the latter only worked out where it matters. */
type DependencesByKind = Readonly<Record<'flow' | 'output', readonly Dependence[]>>;

/** Variables that are an end of a carried dependence, or lead to an object that is one. */
function carriedRoots(
  { accesses }: DependenceInput,
  dependences: readonly Dependence[],
): ReadonlySet<BindingId> {
  const ends = dependences.filter(({ carried }) => carried).flatMap(({ source, sink }) => [source, sink]);
  return new Set(
    ends.flatMap((end) => {
      const root = accesses[end]?.place.root;
      return root?.kind === 'binding' ? [root.id] : [];
    }),
  );
}

/** Whether an outer variable that is no item is stepped by each iteration: no dependence need be tested to tell. */
export function isInduction(id: BindingId, input: DependenceInput): boolean {
  const { inductions, scalars } = walkBody(input);
  if (!inductions.has(id) || input.loop.items.some((item) => item.id === id)) return false;
  const own = scalars.filter((e) => e.id === id);
  return own.some((e) => e.kind === 'write') && own.some((e) => e.exposed);
}

/** Assigned before it is read: no accumulator, which needs its last value, nor one that is only looked at after the loop. */
function isRenewed(id: BindingId, { scalars }: BodyFlow): boolean {
  const own = scalars.filter((event) => event.id === id);
  return own.some(({ kind }) => kind === 'write') && !own.some(({ exposed }) => exposed);
}

function outerRole(
  { id }: Binding,
  input: DependenceInput,
  flow: BodyFlow,
  isCarried: (kind: 'flow' | 'output', id: BindingId) => boolean,
): VariableRole {
  const scalar = flow.scalars.filter((e) => e.id === id);
  if (scalar.some((e) => e.kind === 'write')) {
    if (scalar.some((e) => e.exposed)) return 'shared';
    return input.isLiveAfter(id) ? 'lastprivate' : 'private';
  }
  const memory = flow.memory.filter((e) => isRoot(e, id));
  if (!memory.some((e) => e.access.kind === 'write')) return 'constant';
  const isScratch =
    memory.some((e) => e.access.kind === 'read') && !isCarried('flow', id) && isCarried('output', id);
  if (!isScratch) return 'shared';
  return input.isLiveAfter(id) ? 'lastprivate' : 'private';
}

/**
 * Whether a variable's role is `private`. Nearly all that aren't are told by what is read after the loop, or by what the body never
 * writes: no dependence is tested for them.
 */
export function isPrivate(id: BindingId, input: DependenceInput, roles: readonly RoleEntry[]): boolean {
  const level = input.bindings.find((binding) => binding.id === id)?.level;
  const mayBe = level === 'iteration' || (isWritten(id, walkBody(input)) && !input.isLiveAfter(id));
  return mayBe && roles.find((entry) => entry.id === id)?.role === 'private';
}

/** Whether a body assigns a variable, or changes what is in it. */
function isWritten(id: BindingId, { scalars, memory }: BodyFlow): boolean {
  const assigns = scalars.some((event) => event.kind === 'write' && event.id === id);
  return assigns || memory.some((event) => event.access.kind === 'write' && isRoot(event, id));
}

function isRoot({ access: { place } }: MemoryEvent, id: BindingId): boolean {
  return place.root.kind === 'binding' && place.root.id === id;
}
