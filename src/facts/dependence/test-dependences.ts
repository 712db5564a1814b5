/**
 * Purpose: all dependences between the accesses of a loop's body.
 * Input: DependenceInput.
 * Guarantee: every pair that may touch the same memory, at least one writing, is reported unless a test rules it out; a flow that is
 * surely overwritten in the sink's own iteration is left out. `definite` is said of loops with more iterations than the distance.
 */
import type { Binding, BindingId, Dependence } from '../../model/index.ts';
import type { BodyFlow, MemoryEvent } from './events.ts';
import { EventKinds } from './event-kinds.ts';
import type { DependenceInput } from './input.ts';
import type { PlaceContext } from './places.ts';
import type { LoopContext, SubscriptResult } from './subscripts.ts';
import { restrictByKills } from './kills.ts';
import { comparePlaces, isDeep, isSameRoot } from './places.ts';
import { findGuards } from './guards.ts';
import { loopContext, pairContext } from './subscripts.ts';
import { scalarDependences } from './scalars.ts';
import { onViewedArray } from './views.ts';
import { findWrites } from './writes.ts';
import type { Writes } from './writes.ts';
import { walkBody } from './walk-body.ts';

/** Dependences of one kind: those of variables, then those of objects, in evaluation order of their sources. */
type ByKind = Readonly<Record<Dependence['kind'], readonly Dependence[]>>;

/** With more accesses than this, anti and output dependences of objects, which block nothing, are left out. */
const completeUpTo = 200;

/** The dependences of one loop, worked out kind by kind as they are asked for. */
export class LoopDependences implements ByKind {
  readonly #scalars: readonly Dependence[];
  readonly #tester: PairTester;
  readonly #writes: readonly MemoryEvent[];
  readonly #reads: readonly MemoryEvent[];
  readonly #found = new Map<Dependence['kind'], readonly Dependence[]>();

  constructor(input: DependenceInput) {
    const flow = walkBody(input);
    const events = flow.memory.filter(isShared).map((event) => onViewedArray(event, input));
    this.#scalars = scalarDependences(input, flow);
    this.#tester = new PairTester(input, flow);
    this.#writes = events.filter((e) => e.access.kind === 'write');
    this.#reads = events.filter((e) => e.access.kind === 'read');
  }

  get flow(): readonly Dependence[] {
    return this.#ofKind('flow', this.#writes, this.#reads);
  }

  get anti(): readonly Dependence[] {
    return this.#ofKind('anti', this.#reads, this.#writes);
  }

  get output(): readonly Dependence[] {
    return this.#ofKind('output', this.#writes, this.#writes);
  }

  #ofKind(
    kind: Dependence['kind'],
    sources: readonly MemoryEvent[],
    sinks: readonly MemoryEvent[],
  ): readonly Dependence[] {
    const found = this.#found.get(kind) ?? [
      ...this.#scalars.filter((one) => one.kind === kind),
      ...(kind === 'flow' || this.#isComplete() ? this.#test(kind, sources, sinks) : []),
    ];
    this.#found.set(kind, found);
    return found;
  }

  #isComplete(): boolean {
    return this.#writes.length + this.#reads.length <= completeUpTo;
  }

  #test(
    kind: Dependence['kind'],
    sources: readonly MemoryEvent[],
    sinks: readonly MemoryEvent[],
  ): readonly Dependence[] {
    return sources.flatMap((source) => sinks.flatMap((sink) => this.#tester.test(source, sink, kind)));
  }
}

/** All of them, the flows first. */
export function testDependences(input: DependenceInput): readonly Dependence[] {
  const { flow, anti, output } = new LoopDependences(input);
  return [...flow, ...anti, ...output];
}

/** Parts of objects that outlive the iteration, and global variables. */
function isShared({ path, access: { place } }: MemoryEvent): boolean {
  return path.length > 0 ? place.root.kind !== 'fresh' : place.root.kind === 'global';
}

class PairTester {
  private readonly input: DependenceInput;
  private readonly flow: BodyFlow;
  private readonly loop: LoopContext;
  private readonly writes: Writes;
  private readonly bindings: ReadonlyMap<BindingId, Binding>;
  private readonly exposedParts = new Map<MemoryEvent, MemoryEvent | undefined>();
  private readonly kinds = new EventKinds();
  private readonly meeting = new Map<number, boolean>();
  private readonly carriedResults = new Map<number, SubscriptResult>();
  private readonly ownResults = new Map<number, SubscriptResult>();

  constructor(input: DependenceInput, flow: BodyFlow) {
    const guards = findGuards(input);
    this.input = input;
    this.flow = flow;
    this.loop = loopContext({
      iteration: flow.iteration,
      facts: guards.facts,
      nonZero: [...flow.nonZero, ...guards.nonZero],
    });
    this.bindings = new Map(input.bindings.map((b) => [b.id, b]));
    this.writes = findWrites(input);
  }

  test(source: MemoryEvent, sink: MemoryEvent, kind: Dependence['kind']): readonly Dependence[] {
    const pair = this.kinds.pair(source, sink);
    const mayMeet = this.meeting.get(pair) ?? this.mayMeet(source, sink);
    this.meeting.set(pair, mayMeet);
    if (!mayMeet) return [];
    const carried = this.compare(source, sink, true, kind);
    const isBefore = source.position < sink.position || sharesLoop(source, sink);
    const here = source !== sink && isBefore ? this.compare(source, sink, false, kind) : undefined;
    return [
      ...(carried.equal === 'never' ? [] : [dependence(source, sink, kind, true, carried)]),
      ...(here && here.equal !== 'never' ? [dependence(source, sink, kind, false, here)] : []),
    ];
  }

  /** The cheap test that spares most pairs the others. */
  private mayMeet(source: MemoryEvent, sink: MemoryEvent): boolean {
    const [a, b] = [source.access.place, sink.access.place];
    if (isSameRoot(a, b) || a.root.kind === 'unknown' || b.root.kind === 'unknown') return true;
    if (isDeep(source.path.at(-1)) || isDeep(sink.path.at(-1))) return true;
    return b.path.some((_, depth) => {
      const holder = { root: b.root, path: sink.path.slice(0, depth) };
      return (
        this.input.aliases.relate({ root: a.root, path: source.path.slice(0, -1) }, holder) !== 'distinct'
      );
    });
  }

  private compare(
    source: MemoryEvent,
    sink: MemoryEvent,
    carried: boolean,
    kind: Dependence['kind'],
  ): SubscriptResult {
    const exposed = carried && kind === 'flow' ? this.exposedPart(sink) : sink;
    if (!exposed) return { equal: 'never', test: 'killed' };
    const results = carried ? this.carriedResults : this.ownResults;
    const pair = this.kinds.pair(source, exposed);
    const result = results.get(pair) ?? this.comparePlaces(source, exposed, carried);
    results.set(pair, result);
    return result;
  }

  private comparePlaces(source: MemoryEvent, sink: MemoryEvent, carried: boolean): SubscriptResult {
    const context: PlaceContext = {
      ...pairContext(source, sink, this.loop, carried),
      aliases: this.input.aliases,
      isFixed: ({ root }) => this.isFixed(root, carried),
    };
    return comparePlaces(source, sink, context);
  }

  /** What a read may see of earlier iterations. */
  private exposedPart(read: MemoryEvent): MemoryEvent | undefined {
    if (!this.exposedParts.has(read)) {
      const canBeKilled = this.isFixed(read.access.place.root, false);
      this.exposedParts.set(read, canBeKilled ? restrictByKills(read, this.flow, this.loop) : read);
    }
    return this.exposedParts.get(read);
  }

  private isFixed(root: MemoryEvent['access']['place']['root'], carried: boolean): boolean {
    switch (root.kind) {
      case 'this':
      case 'param':
        return true;
      case 'global':
        return !this.flow.memory.some(
          ({ path, access }) => path.length === 0 && isAssignment(access, root.name),
        );
      case 'item':
        return !carried;
      case 'binding': {
        const binding = this.bindings.get(root.id);
        const isOuter = binding?.level !== 'iteration';
        return isOuter ? !this.writes.isWritten(root.id) : !carried && binding.kind === 'const';
      }
      default:
        return false;
    }
  }
}

function isAssignment({ kind, place: { root } }: MemoryEvent['access'], name: string): boolean {
  return kind === 'write' && root.kind === 'global' && root.name === name;
}

function sharesLoop(a: MemoryEvent, b: MemoryEvent): boolean {
  return a.counters.some((counter) => b.counters.includes(counter));
}

function dependence(
  source: MemoryEvent,
  sink: MemoryEvent,
  kind: Dependence['kind'],
  carried: boolean,
  result: SubscriptResult,
): Dependence {
  const isExact = result.equal === 'at';
  const isCertain = [source, sink].every((e) => !e.conditional && e.counters.length === 0);
  const distance = carried && isExact ? result.distance : undefined;
  return {
    kind,
    carried,
    distance: distance ?? (carried && isExact ? 1 : undefined),
    source: source.access.id,
    sink: sink.access.id,
    place: sink.access.place,
    certainty: isExact && isCertain ? 'definite' : 'possible',
    test: result.test,
  };
}
