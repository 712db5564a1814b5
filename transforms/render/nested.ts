/**
 * Purpose: calls that are rewritten within the items of another one: `xs.map(f)` of `xs.map(f).filter(g)`.
 * Input: the verdicts that are rendered, and how one is printed.
 * Guarantee: edits that don't overlap; the text of the inner call stands in the outer one as it was printed.
 */
import type { ItemsPlan, Template } from '../../src/model/index.ts';
import { applyEdits } from '../../src/verdict/plan/rope.ts';
import type { Edit } from './consume.ts';
import { isInItems } from './select.ts';
import type { Planned } from './select.ts';

/** One edit for each verdict that isn't part of another's items. */
export function printNested(
  chosen: readonly Planned[],
  print: (verdict: Planned) => Edit,
): Map<Planned, Edit> {
  const known = new Map<Planned, Edit>();
  const printOnce = (verdict: Planned): Edit => {
    const edit = known.get(verdict) ?? printAround(verdict, innerOf(verdict).map(printOnce), print);
    known.set(verdict, edit);
    return edit;
  };
  const innerOf = (outer: Planned) => chosen.filter((one) => one !== outer && isInItems(one, outer));
  const outermost = chosen.filter((one) => chosen.every((other) => other === one || !isInItems(one, other)));
  return new Map(outermost.map((verdict) => [verdict, printOnce(verdict)]));
}

/** The outer call with a mark for each inner one: their text is not to be indented again. */
function printAround(verdict: Planned, inner: readonly Edit[], print: (verdict: Planned) => Edit): Edit {
  if (inner.length === 0) return print(verdict);
  const marks = inner.map(({ range }, at) => ({ range, text: [markOf(at)] }));
  const withMarks = (text: Template): Template =>
    text.flatMap((piece) => (typeof piece === 'string' ? [piece] : applyEdits(piece, marks)));
  const { items } = verdict.plan;
  const marked: ItemsPlan = items.kind === 'range' ? items : { ...items, text: withMarks(items.text) };
  const { range, text } = print({ ...verdict, plan: { ...verdict.plan, items: marked } });
  return { range, text: inner.reduce((all, edit, at) => all.replaceAll(markOf(at), () => edit.text), text) };
}

/** A character that no source text has. */
function markOf(at: number): string {
  return `\uE001${String(at)}\uE001`;
}
