/**
 * Purpose: turn accesses into events, with subscripts in resolved symbols.
 * Input: the accesses, and the walk's state when it comes to their syntax.
 * Guarantee: a resolved subscript equals the key that is used at that moment; where that isn't sure, the key is `unknown`.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Access, Binding, BindingId, Key, Polynomial, Range } from '../../model/index.ts';
import type { Counter, MemoryEvent, ScalarEvent } from './events.ts';
import type { DependenceInput } from './input.ts';
import type { State } from './state.ts';
import { constantOf } from './constants.ts';
import { canonical, constant, polynomialOf, substitute, variable, variablesOf } from './polynomial.ts';
import { anyValue, assign, forget } from './state.ts';
import { bare, descendants, isInside } from './syntax.ts';
import { findWrites } from './writes.ts';

type Node = TSESTree.Node;

export class Recorder {
  readonly memory: MemoryEvent[] = [];
  readonly scalars: ScalarEvent[] = [];
  /** Inner loops around the current point. */
  counters: readonly Counter[] = [];
  /** How many branches surround the current point. */
  branches = 0;
  /** Whether a jump was passed: what follows may be skipped. */
  passedJump = false;
  /** While positive, nothing is recorded: the walk tries a loop's body to find closed forms. */
  rehearsals = 0;
  readonly input: DependenceInput;
  readonly writes: ReturnType<typeof findWrites>;
  private readonly bindings: ReadonlyMap<BindingId, Binding>;
  private readonly accessesAt: ReadonlyMap<Node, readonly Access[]>;
  private position = 0;

  constructor(input: DependenceInput) {
    this.input = input;
    this.bindings = new Map(input.bindings.map((b) => [b.id, b]));
    this.accessesAt = placeAccesses(input);
    this.writes = findWrites(input);
  }

  /** The value of an expression in resolved symbols; undefined where it is no polynomial. */
  valueOf(expression: Node, state: State): Polynomial | undefined {
    const value = polynomialOf(expression, (identifier) => this.input.bindingOf(identifier));
    return value && substitute(value, (id) => this.variableValue(id, state));
  }

  /** The value of a variable at this point. */
  variableValue(id: BindingId, state: State): Polynomial {
    const known = state.values.get(id);
    if (known) return known;
    const binding = this.bindings.get(id);
    if (binding?.level === 'iteration' || this.writes.isWritten(id)) return anyValue(id);
    return (binding && this.constantOf(binding)) ?? variable(id);
  }

  read(identifier: TSESTree.Identifier, state: State): State {
    const binding = this.input.bindingOf(identifier);
    if (binding) this.recordScalar('read', binding.id, identifier.range, !state.assigned.has(binding.id));
    return this.fire(identifier, state);
  }

  write(identifier: TSESTree.Identifier, value: Polynomial | undefined, state: State): State {
    const binding = this.input.bindingOf(identifier);
    if (!binding) return state;
    this.recordScalar('write', binding.id, identifier.range, false);
    return assign(state, binding.id, value ?? anyValue(binding.id));
  }

  /** Records the accesses that belong to a node; `kind` limits them to its reads or its writes. */
  fire(node: Node, state: State, kind?: Access['kind']): State {
    const accesses = (this.accessesAt.get(node) ?? []).filter((a) => kind === undefined || a.kind === kind);
    return accesses.reduce((after, access) => this.fireOne(access, node, after), state);
  }

  private fireOne(access: Access, node: Node, state: State): State {
    const { root, path } = access.place;
    if (path.length > 0 || root.kind !== 'binding') {
      this.recordMemory(access, node, state);
      return state;
    }
    if (node.type === 'Identifier') return state;
    return this.fireCalled(access, root.id, state);
  }

  /** A variable that a callee reads or writes. */
  private fireCalled(access: Access, id: BindingId, state: State): State {
    const exposed = access.kind === 'read' && !state.assigned.has(id);
    this.recordScalar(access.kind, id, access.range, exposed);
    if (access.kind === 'read') return state;
    return access.conditional ? forget(state, [id]) : assign(state, id, anyValue(id));
  }

  private recordScalar(kind: Access['kind'], id: BindingId, range: Range, exposed: boolean): void {
    if (this.rehearsals > 0) return;
    const loops = this.counters.map((c) => c.symbol);
    const conditional = this.branches > 0 || this.passedJump;
    this.scalars.push({ kind, id, range, position: this.position++, exposed, conditional, loops });
  }

  private recordMemory(access: Access, node: Node, state: State): void {
    if (this.rehearsals > 0) return;
    const { counters } = this;
    const path = this.resolvePath(access, node, state);
    const isCalled = bare(node).type !== 'MemberExpression';
    const conditional = this.branches > 0 || this.passedJump || (isCalled && access.conditional);
    this.memory.push({ access, path, position: this.position++, counters, conditional });
  }

  /**
   * The path's keys at this moment. A key that stands in the access's own syntax (`a[i][j]`: the last two) was evaluated just
   * now; one that comes from an alias was evaluated where the alias was made, so its variables must not have changed since.
   */
  private resolvePath(access: Access, node: Node, state: State): readonly Key[] {
    const { path } = access.place;
    const chain = memberChain(node);
    return path.map((key, index) => {
      if (key.kind !== 'index') return key;
      const fromEnd = path.length - 1 - index;
      const isWritten = fromEnd < chain.length;
      const isStable = (id: BindingId) => isWritten || this.isStable(id, chain.root ?? node);
      if (!variablesOf(key.subscript).every(isStable)) return { kind: 'unknown' };
      const subscript = substitute(canonical(key.subscript), (id) => this.variableValue(id, state));
      return { kind: 'index', subscript };
    });
  }

  /** Whether a variable keeps its value between the declaration of the alias `root` and any use of it. */
  private isStable(id: BindingId, root: Node): boolean {
    if (!this.writes.isWritten(id)) return true;
    const alias = root.type === 'Identifier' ? this.input.bindingOf(root) : undefined;
    if (alias?.kind !== 'const' || alias.level !== 'iteration') return this.writes.count(id) <= 1;
    return !this.writes.isWrittenWhile(id, alias.declared);
  }

  private constantOf(binding: Binding): Polynomial | undefined {
    const { body, bindingOf } = this.input;
    const value = constantOf(binding, body, bindingOf);
    return Number.isSafeInteger(value) ? constant(value ?? 0) : undefined;
  }
}

/** How many computed or named member steps a member expression has, and what they start from. */
function memberChain(node: Node): { readonly length: number; readonly root: Node | undefined } {
  const inner = bare(node);
  if (inner.type !== 'MemberExpression') return { length: 0, root: inner };
  const rest = memberChain(inner.object);
  return { length: rest.length + 1, root: rest.root };
}

/** The node that each access belongs to: of the same range, else the smallest around it. */
function placeAccesses(input: DependenceInput): ReadonlyMap<Node, readonly Access[]> {
  const nodes = [...descendants(input.body)].filter((node) => !node.type.startsWith('TSType'));
  const exact = new Map(nodes.map((node) => [node.range.join(), node]));
  const placed = new Map<Node, Access[]>();
  for (const access of [...input.accesses].sort((a, b) => a.order - b.order)) {
    const node = exact.get(access.range.join()) ?? smallestAround(access.range, nodes) ?? input.body;
    placed.set(node, [...(placed.get(node) ?? []), access]);
  }
  return placed;
}

function smallestAround(range: Range, nodes: readonly Node[]): Node | undefined {
  return nodes.findLast((node) => isInside(range, node.range));
}
