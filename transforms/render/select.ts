/**
 * Which of a file's loops are rewritten: those with a plan, outermost first, none inside another (but for its items) or inside what
 * moves.
 */
import type { Range, Verdict } from '../../src/model/index.ts';
import type { RefusalCode } from './refusal.ts';

export interface Planned extends Verdict {
  readonly plan: NonNullable<Verdict['plan']>;
}

export interface Selection {
  readonly chosen: readonly Planned[];
  readonly passedOver: readonly {
    readonly verdict: Verdict;
    readonly code: RefusalCode;
    readonly subject: string;
  }[];
}

/** @param whyLeft why a loop isn't to be rewritten, whatever the others are */
export function selectPlans(
  verdicts: readonly Verdict[],
  whyLeft: (verdict: Planned) => RefusalCode | undefined,
): Selection {
  const chosen: Planned[] = [];
  const passedOver: { verdict: Verdict; code: RefusalCode; subject: string }[] = [];
  const worthwhile: Planned[] = [];
  for (const verdict of verdicts.filter((one): one is Planned => one.plan !== undefined)) {
    const code = whyLeft(verdict);
    if (code === undefined) worthwhile.push(verdict);
    else passedOver.push({ verdict, code, subject: verdict.loop.form });
  }
  for (const verdict of worthwhile.sort((a, b) => widest(a, b))) {
    const helper = helperAround(verdict, worthwhile);
    if (chosen.some((other) => touches(spans(other), spans(verdict)) && !isInItems(verdict, other))) {
      passedOver.push({ verdict, code: 'inside-loop', subject: verdict.loop.form });
    } else if (helper !== undefined) {
      passedOver.push({ verdict, code: 'inside-helper', subject: helper });
    } else {
      chosen.push(verdict);
    }
  }
  return { chosen: chosen.sort((a, b) => a.plan.replace[0] - b.plan.replace[0]), passedOver };
}

function widest(a: Planned, b: Planned): number {
  return a.plan.replace[0] - b.plan.replace[0] || b.plan.replace[1] - a.plan.replace[1];
}

/** Whether a call is a part of the items of another one, and evaluated before it: `xs.map(f)` of `xs.map(f).filter(g)`. */
export function isInItems(inner: Planned, outer: Planned): boolean {
  const { items } = outer.plan;
  const { consume, settles, replace } = inner.plan;
  if (items.kind === 'range' || consume.as !== 'expression' || settles) return false;
  const ranges = items.text.filter((piece) => typeof piece !== 'string');
  return ranges.some(([start, end]) => start <= replace[0] && replace[1] <= end);
}

/** What the edits of a plan cover. */
function spans({ plan }: Planned): Range[] {
  return plan.consume.as === 'declaration' ? [plan.replace, plan.consume.declaration] : [plan.replace];
}

function touches(some: readonly Range[], others: readonly Range[]): boolean {
  return some.some((a) => others.some((b) => a[0] < b[1] && b[0] < a[1]));
}

/** The helper, of this or another plan, that the loop stands in. */
function helperAround(verdict: Planned, all: readonly Planned[]): string | undefined {
  const helpers = all.flatMap(({ plan }) => plan.helpers);
  const around = helpers.find(
    (helper) => helper.kind === 'declared' && touches([helper.declaration], spans(verdict)),
  );
  return around?.name;
}
