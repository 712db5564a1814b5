/**
 * Purpose: loops that compute an element of an array in place, step by step: the task works on a copy of it, which the remainder stores.
 * Input: a counted loop whose only effects are changes of the iteration's own elements.
 * Guarantee: each element ends as the body would have left it, and one that the body didn't touch stays untouched.
 * (Copy-in and copy-out of privatised arrays: Tu & Padua 1993, §3.)
 */
import type { Range } from '../../../model/index.ts';
import { contains } from '../../../facts/ast.ts';
import type { Blocker } from '../../slice/describe.ts';
import { Independence } from '../../slice/independence.ts';
import { jumpsOutOf, onlyEndsIteration } from '../../slice/jumps.ts';
import type { LoopView } from '../../slice/loop-view.ts';
import { assemblePlan } from '../assemble.ts';
import type { Attempt } from '../attempt.ts';
import { editedStatements, framed } from '../comments.ts';
import type { ItemPlan } from '../items.ts';
import { NameGiver, taskNameFor } from '../name.ts';
import type { Edit } from '../rope.ts';
import { joinLines } from '../rope.ts';
import { copyOf } from './copies.ts';
import type { OwnCopy } from './copies.ts';
import { findOwnElements, isOfOwnElement } from './elements.ts';

/** Undefined when the loop has another shape. */
export function planOwn(view: LoopView, blockers: readonly Blocker[], items: ItemPlan): Attempt | undefined {
  const elements = findOwnElements(view, blockers);
  if (!elements) return undefined;
  const independence = new Independence(
    view,
    blockers.filter((blocker) => !isOfOwnElement(blocker, elements)),
  );
  const nothing = new Set<never>();
  const isWhole = view.statements.every(
    (statement) =>
      independence.isFree(statement, nothing) && onlyEndsIteration(statement, view.analysis.site),
  );
  if (!isWhole) return undefined;
  const names = new NameGiver(view);
  const copies = elements.map((element) => copyOf(element, view, names));
  const known = copies.filter((copy) => copy !== undefined);
  return known.length === copies.length ? render(view, items, known) : undefined;
}

function render(view: LoopView, items: ItemPlan, copies: readonly OwnCopy[]): Attempt {
  const names = copies.map(({ name }) => name);
  const [only, ...more] = names;
  const result = only !== undefined && more.length === 0 ? only : `{ ${names.join(', ')} }`;
  const jumps = view.statements.flatMap((statement) =>
    jumpsOutOf(statement).map((jump): Edit => ({ range: jump.range, text: [`return ${result};`] })),
  );
  const edits = [...copies.flatMap((copy) => copy.edits), ...jumps];
  const lines = [
    ...copies.flatMap(({ before }) => (before ? [before] : [])),
    ...framed(editedStatements(view.statements, edits, view), view),
    [`return ${result};`],
  ];
  return assemblePlan(view, {
    kind: copies.some(({ element }) => element.kind === 'row') ? 'rows' : 'map',
    items,
    consume: {
      as: 'loop',
      binding: ['[', ...(items.pattern ?? []), `, ${result}]`],
      withItems: true,
      settled: false,
      body: joinLines(
        copies.map(({ after }) => after),
        view.unit,
      ),
      label: undefined,
    },
    task: {
      name: taskNameFor(copies[0]?.element.variable.name ?? 'element'),
      body: joinLines(lines, view.unit),
      isExpression: false,
      results: names,
    },
    ranges: view.statements.map(({ range }) => range),
    own: new Set(copies.flatMap(({ before, element }) => (before ? [] : [element.variable]))),
    usesItem: copies.some(({ before }) => before) || usesItem(view, edits),
    crossing: [],
    resultNames: copies.map(({ element }) => element.variable.name),
  });
}

/** Whether the counter is read anywhere but in what is replaced. */
function usesItem(view: LoopView, edits: readonly Edit[]): boolean {
  const isReplaced = (range: Range): boolean => edits.some((edit) => contains(edit.range, range));
  return view.names
    .referencesIn(view.body)
    .some(({ resolved, identifier }) => resolved && view.isItem(resolved) && !isReplaced(identifier.range));
}
