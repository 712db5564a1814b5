/**
 * Purpose: the last word on types: what would be written is given to the compiler, before it is.
 * Input: both texts, and a way to render some of the plans alone.
 * Guarantee: a file that has no type error gets none; the loop that would bring one is refused, with the compiler's message.
 */
import type { SourceUnit } from '../../src/model/index.ts';
import { findNewError } from '../types/new-errors.ts';
import { Refusal } from './refusal.ts';
import type { RenderedPlans } from './render-file.ts';
import type { Planned } from './select.ts';

interface TypedOutput {
  readonly unit: SourceUnit;
  readonly chosen: readonly Planned[];
  /** What comes of all that are chosen. */
  readonly rendered: RenderedPlans;
  readonly render: (plans: readonly Planned[]) => RenderedPlans;
}

/** @throws {Refusal} of the loop by which the file would get a type error */
export function refuseIllTyped({ unit, chosen, rendered, render }: TypedOutput): void {
  const errorIn = ({ written }: RenderedPlans): string | undefined => findNewError(unit, written);
  const error = errorIn(rendered);
  const [first, ...others] = chosen;
  if (error === undefined || !first) return;
  const alone = others.length === 0 ? [] : chosen;
  for (const one of alone) {
    const own = errorIn(render([one]));
    if (own !== undefined) throw new Refusal(one.plan, 'ill-typed', own);
  }
  throw new Refusal(first.plan, 'ill-typed', error);
}
