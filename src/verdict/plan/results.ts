/** The values that cross from the part to the remainder, and their names. */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { ListPlan } from '../../model/index.ts';
import { unwrap } from '../../facts/ast.ts';
import type { LoopView } from '../slice/loop-view.ts';
import type { Hoist, Slice } from '../slice/cut.ts';
import { ensure } from '../ensure.ts';
import type { NameGiver } from './name.ts';

export interface Result {
  readonly name: string;
  /** Offset from which on the part knows it; -1 for a queue, which it always has. */
  readonly from: number;
  /** Not known in every iteration: its type includes `undefined`. */
  readonly isConditional: boolean;
  readonly hoist: Hoist | undefined;
  readonly variable: Variable | undefined;
}

export class Results {
  readonly all: readonly Result[];
  readonly #names = new Map<Hoist, string>();

  /** @param guards offsets of the jumps by which the part may end early. */
  constructor(slice: Slice, view: LoopView, names: NameGiver, guards: readonly number[]) {
    const isGuarded = (from: number): boolean => guards.some((guard) => guard < from);
    const variables = slice.crossing.map((variable): Result => {
      const [from] = ensure(variable.identifiers[0], 'a variable that crosses has a declaration').range;
      return { name: variable.name, from, isConditional: isGuarded(from), hoist: undefined, variable };
    });
    const hoists = slice.hoists
      .filter(({ same }) => !same)
      .map((hoist): Result => {
        const name = names.give(wishFor(hoist, view));
        this.#names.set(hoist, name);
        const isQueue = hoist.loops.length > 0;
        const from = isQueue || hoist.isNested ? -1 : hoist.node.range[0];
        const isConditional = !isQueue && (hoist.isConditional || isGuarded(hoist.node.range[0]));
        return { name, from, isConditional, hoist, variable: undefined };
      });
    this.all = [...variables, ...hoists];
  }

  nameOf(hoist: Hoist): string {
    return this.#names.get(hoist.same ?? hoist) ?? 'value';
  }

  /** The queues, which the task fills. */
  get lists(): readonly ListPlan[] {
    return this.all.flatMap(({ name, hoist }) =>
      hoist && hoist.loops.length > 0 ? [{ name, element: hoist.node.range }] : [],
    );
  }

  find(variable: Variable): Result | undefined {
    return this.all.find((result) => result.variable === variable);
  }
}

function wishFor(hoist: Hoist, view: LoopView): string {
  if (hoist.loops.length > 0) return view.names.isTaken('row') ? 'values' : 'row';
  return nounOf(hoist.node) ?? 'value';
}

/** `getScore(x)`, `computeScore(x)` give a score, `levenshtein(a, b)` a levenshteinValue. */
function nounOf(node: TSESTree.Node): string | undefined {
  const call = unwrap(node);
  if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier') return undefined;
  const noun = /^(?:get|compute|calculate|calc|make|create|build|find)([A-Z]\w*)$/.exec(
    call.callee.name,
  )?.[1];
  return noun ? noun.charAt(0).toLowerCase() + noun.slice(1) : `${call.callee.name}Value`;
}
