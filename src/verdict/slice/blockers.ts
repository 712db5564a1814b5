/**
 * Purpose: what code of the body can never run in a worker, wherever it stands.
 * Input: a loop's effects and dependences.
 * Guarantee: code that contains no blocker's range has no effect, and reads nothing that the loop (or unknown code in it) changes.
 */
import type { Access, Binding, Dependence, Effect, MissingFact, Place, Range } from '../../model/index.ts';
import { isBuiltinGlobal } from '../../facts/builtins/index.ts';
import { literalAccessorsOf } from './accessors.ts';
import type { Blocker } from './describe.ts';
import { isForeignState, isImportOfState, isStateOfOwnCode } from './foreign.ts';
import { callEvidence, makeHazard, printPlace, rootName } from './describe.ts';
import { findIdentityBlockers } from './identity.ts';
import { findSyntaxBlockers } from './syntax-blockers.ts';
import type { LoopView } from './loop-view.ts';
import { isStateOfItsClass } from './statics.ts';
import { isUnchangedField } from './this-fields.ts';
import { idOf } from './names.ts';
import { isUnaliased } from './visibility.ts';

/** Those of one loop's body that no dependence has to be tested for; `findFlowBlockers` gives the others. */
export function findPlainBlockers(view: LoopView): readonly Blocker[] {
  return [...findEffectBlockers(view), ...findIdentityBlockers(view), ...findSyntaxBlockers(view)];
}

export function findEffectBlockers(view: LoopView): readonly Blocker[] {
  const judge = new EffectJudge(view);
  return view.analysis.facts.effects.flatMap((effect) => judge.blockersOf(effect));
}

/** Effects that run code, or change memory, of which nothing is known. */
export function isUnknownEffect(effect: Effect): boolean {
  if (effect.kind === 'call' || effect.kind === 'unknown' || effect.kind === 'hidden') return true;
  return (effect.kind === 'write' || effect.kind === 'mutate') && effect.place.root.kind === 'unknown';
}

/** The unknown call that a change is only suspected of, as when `x.method()` could change `x`. */
export function suspectOf(
  effect: Effect,
  effects: readonly Effect[],
): (Effect & { kind: 'call' }) | undefined {
  if (effect.kind !== 'write' && effect.kind !== 'mutate') return undefined;
  return effects.find(
    (other): other is Effect & { kind: 'call' } =>
      other.kind === 'call' &&
      isSameRange(other.range, effect.range) &&
      other.via.length === effect.via.length,
  );
}

function isSameRange(a: Range, b: Range): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

class EffectJudge {
  readonly #view: LoopView;
  readonly #bindings: ReadonlyMap<string, Binding>;
  readonly #unknown: Effect | undefined;
  readonly #writesFiles: boolean;

  constructor(view: LoopView) {
    const { facts } = view.analysis;
    this.#view = view;
    this.#bindings = new Map(facts.bindings.map((binding) => [binding.id, binding]));
    this.#unknown = facts.effects.find(isUnknownEffect);
    this.#writesFiles = facts.effects.some(
      (effect) => effect.kind === 'io' && effect.mode === 'write' && effect.device !== 'console',
    );
  }

  blockersOf(effect: Effect): readonly Blocker[] {
    switch (effect.kind) {
      case 'read':
        return this.#judgeRead(effect, effect.place);
      case 'write':
      case 'mutate': {
        // The call itself is a blocker of the same range, and names the fact that is missing.
        const isSuspected = suspectOf(effect, this.#view.analysis.facts.effects) !== undefined;
        return isSuspected ? [] : this.#judgeWrite(effect, effect.place);
      }
      case 'throw':
        return [];
      case 'call':
        return [
          this.#make(effect, 'unknown-call', effect.callee, {
            missing: this.#calleeFact(effect, effect.callee),
          }),
        ];
      case 'await':
        return [this.#make(effect, 'await-in-body', this.#text(effect))];
      case 'yield':
        return [this.#make(effect, 'yield-in-body', this.#text(effect))];
      case 'io':
        return this.#isFreeFileRead(effect) ? [] : [this.#make(effect, 'io', effect.callee)];
      case 'nondeterminism':
        return [this.#make(effect, 'nondeterminism', effect.source)];
      case 'ambient':
        return [this.#make(effect, 'ambient-state', effect.source)];
      case 'hidden':
        return [this.#make(effect, 'hidden-code', effect.why, { certainty: 'possible' })];
      case 'unknown':
        return [this.#make(effect, 'hidden-code', effect.why, { certainty: 'possible' })];
    }
  }

  #isFreeFileRead(effect: Effect & { kind: 'io' }): boolean {
    const isRead = effect.device === 'fs' && effect.mode === 'read';
    return isRead && this.#view.options.allowFileReads && !this.#writesFiles && !this.#unknown;
  }

  #judgeRead(effect: Effect, place: Place): readonly Blocker[] {
    const { root } = place;
    if (root.kind === 'this' && !this.#isConstantField(place)) {
      return [this.#make(effect, 'this-capture', printPlace(place))];
    }
    if (root.kind === 'global' && !isBuiltinGlobal(root.name)) {
      return [this.#make(effect, 'ambient-state', root.name, { certainty: 'possible' })];
    }
    if (this.#isInduction(place)) return [this.#make(effect, 'carried-flow', printPlace(place))];
    const tests = [isForeignState, isStateOfOwnCode, isImportOfState];
    if (isStateOfItsClass(place) || tests.some((isState) => isState(this.#view, place))) {
      return [this.#make(effect, 'module-state', printPlace(place), { certainty: 'possible' })];
    }
    const accessors = literalAccessorsOf(this.#view.unit);
    const isAccessor = place.path.some((key) => key.kind === 'name' && accessors.has(key.name));
    if (isAccessor && root.kind !== 'fresh') {
      return [this.#make(effect, 'hidden-code', printPlace(place), { certainty: 'possible' })];
    }
    if (!this.#unknown || !this.#isReachable(place)) return [];
    const callee = this.#unknown.kind === 'call' ? this.#unknown.callee : this.#text(this.#unknown);
    return [
      this.#make(effect, 'carried-flow', printPlace(place), {
        certainty: 'possible',
        missing: this.#calleeFact(this.#unknown, callee),
        evidence: [{ at: this.#view.at(this.#unknown.range), role: 'call', subject: callee }],
      }),
    ];
  }

  /** A counter that every iteration steps: no dependence names it, as a closed form could take its place, but none does. */
  #isInduction({ root, path }: Place): boolean {
    if (root.kind !== 'binding' || path.length > 0) return false;
    const binding = this.#bindings.get(root.id);
    if (!binding?.reassigned || binding.level === 'iteration') return false;
    return this.#view.analysis.isInduction(root.id);
  }

  /** `this` itself is judged where it is written. */
  #isConstantField({ path: [key] }: Place): boolean {
    return key === undefined || (key.kind === 'name' && isUnchangedField(key.name, this.#view));
  }

  /** Whether code that isn't known could change what is read. */
  #isReachable({ root, path }: Place): boolean {
    if (root.kind === 'fresh' || root.kind === 'global') return false;
    if (path.length > 0 || root.kind === 'unknown') return true;
    if (root.kind !== 'binding') return false;
    const binding = this.#bindings.get(root.id);
    return binding?.level !== 'iteration' && (binding?.reassigned ?? true);
  }

  #judgeWrite(effect: Effect, place: Place): readonly Blocker[] {
    const { root, path } = place;
    const certainty = 'definite';
    switch (root.kind) {
      case 'fresh':
        return [];
      case 'item':
        if (path.length === 0 && effect.kind === 'write') return [];
        return [this.#make(effect, 'item-mutation', printPlace(place), { certainty })];
      case 'this':
        return [this.#make(effect, 'this-capture', printPlace(place), { certainty })];
      case 'global':
        return [this.#make(effect, 'module-state', printPlace(place), { certainty })];
      case 'binding': {
        if (path.length === 0 && effect.kind === 'write' && this.#isLocal(root.id)) return [];
        const code =
          effect.via.length > 0 && this.#level(root.id) === 'module' ? 'module-state' : 'shared-mutation';
        return [this.#make(effect, code, printPlace(place), { certainty })];
      }
      case 'param':
      case 'unknown':
        return [
          this.#make(effect, 'shared-mutation', this.#text(effect), {
            certainty: 'possible',
            missing: { kind: 'no-alias', subject: rootName(place), line: this.#view.at(effect.range).line },
          }),
        ];
    }
  }

  #level(id: string): Binding['level'] | undefined {
    return this.#bindings.get(id)?.level;
  }

  #isLocal(id: string): boolean {
    const { analysis } = this.#view;
    if (analysis.facts.loop.items.some((item) => item.id === id)) return true;
    if (this.#level(id) === 'iteration') return true;
    return analysis.isPrivate(id);
  }

  #calleeFact(effect: Effect, callee: string): MissingFact {
    return { kind: 'callee-pure', subject: callee, line: this.#view.at(effect.range).line };
  }

  #text(effect: Effect): string {
    const text = this.#view.text(effect.range).replace(/\s+/g, ' ');
    return text.length > 40 ? `${text.slice(0, 39)}…` : text;
  }

  #make(
    effect: Effect,
    code: Parameters<typeof makeHazard>[1],
    subject: string,
    more: {
      certainty?: 'definite' | 'possible';
      missing?: MissingFact;
      evidence?: Blocker['hazard']['evidence'];
    } = {},
  ): Blocker {
    const evidence = [...callEvidence(effect), ...(more.evidence ?? [])];
    const certainty = more.missing ? 'possible' : (more.certainty ?? 'definite');
    const hazard = makeHazard(this.#view, code, { subject, range: effect.range, certainty, evidence });
    return { range: effect.range, hazard, missing: more.missing, effect };
  }
}

/** Reads that see what an earlier iteration, or the ordered remainder of the same one, wrote. */
export function findFlowBlockers(view: LoopView): readonly Blocker[] {
  const { flows, accesses } = view.analysis.facts;
  const byId = new Map(accesses.map((access) => [access.id, access]));
  return flows.flatMap((dependence) => {
    const source = byId.get(dependence.source);
    const sink = byId.get(dependence.sink);
    if (!source || !sink || isIterationLocal(view, sink.place)) return [];
    if (isOutOfReach(view, source.place, sink.place)) return [];
    return [flowBlocker(view, dependence, source, sink)];
  });
}

/** Whether what is written is an object that only its own variable leads to, and the read goes another way. */
function isOutOfReach(view: LoopView, written: Place, read: Place): boolean {
  const { root, path } = written;
  if (root.kind !== 'binding' || path.length !== 1) return false;
  if (read.root.kind === 'binding' && read.root.id === root.id) return false;
  const variable = view.names
    .referencesIn(view.body)
    .find(({ resolved }) => resolved && idOf(resolved) === root.id)?.resolved;
  return variable != null && isUnaliased(variable, view);
}

function flowBlocker(view: LoopView, dependence: Dependence, source: Access, sink: Access): Blocker {
  const isAlias = dependence.test === 'alias';
  const missing: MissingFact | undefined =
    isAlias && dependence.certainty === 'possible'
      ? { kind: 'no-alias', subject: printPlace(sink.place), line: view.at(sink.range).line }
      : undefined;
  const hazard = makeHazard(view, isAlias ? 'aliasing' : 'carried-flow', {
    subject: printPlace(sink.place),
    detail: isAlias ? printPlace(source.place) : '',
    range: sink.range,
    certainty: dependence.certainty,
    evidence: [
      { at: view.at(source.range), role: 'write', subject: printPlace(source.place) },
      { at: view.at(sink.range), role: 'read', subject: printPlace(sink.place) },
    ],
  });
  const flow = { written: source.place, read: sink.place, isCarried: dependence.carried };
  return { range: sink.range, hazard, missing, effect: undefined, flow };
}

/** The slicer follows values of locals itself. */
function isIterationLocal(view: LoopView, place: Place): boolean {
  const { root, path } = place;
  if (root.kind === 'fresh') return true;
  if (root.kind !== 'binding' || path.length > 0) return false;
  const binding = view.analysis.facts.bindings.find(({ id }) => id === root.id);
  return binding?.level === 'iteration' || view.analysis.isPrivate(root.id);
}
