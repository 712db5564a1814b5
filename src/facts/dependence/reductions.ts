/**
 * Purpose: recognise accumulations: sums, products, minima and maxima, histograms, appends.
 * Input: DependenceInput.
 * Guarantee: an accumulator of a reported reduction is accessed by nothing in the body but its own updates.
 *
 * Allen & Kennedy, section 6.3.3 (reduction recognition).
 */
import type { Access, Binding, BindingId, Dependence, Range, Reduction } from '../../model/index.ts';
import type { BodyFlow } from './events.ts';
import type { DependenceInput } from './input.ts';
import type { Update } from './updates.ts';
import { descendants, isInside } from './syntax.ts';
import { LoopDependences } from './test-dependences.ts';
import { updatesAt } from './updates.ts';
import { walkBody } from './walk-body.ts';

/** The reductions of one loop, in source order. */
export function findReductions(
  input: DependenceInput,
  dependences: Pick<LoopDependences, 'flow'> = new LoopDependences(input),
): readonly Reduction[] {
  const flow = walkBody(input);
  const updates = [...descendants(input.body)].flatMap(updatesAt);
  return input.bindings.flatMap((binding) => {
    if (binding.level === 'iteration' || flow.inductions.has(binding.id)) return [];
    const found = updates.filter(({ target }) => input.bindingOf(target)?.id === binding.id);
    const own = found.length > 0 ? found : lastValues(input, flow, binding);
    return own.length > 0 && isOnlyUpdated(input, flow, binding.id, own)
      ? combine(binding, own).filter(
          ({ operator }) => operator !== 'histogram' || isCarried(input, dependences.flow, binding.id),
        )
      : [];
  });
}

/** Cells that no two iterations share are results, not accumulators. */
function isCarried({ accesses }: DependenceInput, flows: readonly Dependence[], id: BindingId): boolean {
  return flows.some(({ carried, source }) => {
    const root = accesses[source]?.place.root;
    return carried && root?.kind === 'binding' && root.id === id;
  });
}

function isOnlyUpdated(
  input: DependenceInput,
  flow: BodyFlow,
  id: BindingId,
  updates: readonly Update[],
): boolean {
  const ranges = [
    ...flow.scalars.filter((e) => e.id === id).map((e) => e.range),
    ...input.accesses.filter((a) => isOf(a, id)).map((a) => a.range),
  ];
  return ranges.every((range) => updates.some((found) => isPartOf(range, found)));
}

function isOf({ place: { root } }: Access, id: BindingId): boolean {
  return root.kind === 'binding' && root.id === id;
}

function isPartOf(range: Range, { range: whole, operands }: Update): boolean {
  return isInside(range, whole) && !operands.some((operand) => isInside(range, operand));
}

/** One reduction, when all updates of the variable go together: sums and differences do, a sum and a product don't. */
function combine({ id, name }: Binding, updates: readonly Update[]): readonly Reduction[] {
  const operators = new Set(updates.map((found) => (found.operator === '-' ? '+' : found.operator)));
  const [first] = updates;
  if (!first || operators.size !== 1) return [];
  const operator = updates.every((found) => found.operator === '-')
    ? '-'
    : ([...operators][0] ?? first.operator);
  return [
    { binding: id, name, operator, ordered: updates.some((found) => found.ordered), range: first.range },
  ];
}

/**
 * `if (c) last = i;` without a read: the last of the values wins, which is the greatest when the value is the loop's own counter
 * going up.
 */
function lastValues(input: DependenceInput, flow: BodyFlow, { id }: Binding): readonly Update[] {
  const events = flow.scalars.filter((e) => e.id === id);
  const isConditional = events.length > 0 && events.every((e) => e.kind === 'write' && e.conditional);
  if (!isConditional || !input.isLiveAfter(id)) return [];
  return [...descendants(input.body)].flatMap((node) => {
    if (node.type !== 'AssignmentExpression' || node.operator !== '=' || node.left.type !== 'Identifier')
      return [];
    if (input.bindingOf(node.left)?.id !== id || node.right.type !== 'Identifier') return [];
    const index = input.bindingOf(node.right)?.id;
    if (index === undefined || !flow.inductions.has(index)) return [];
    const { left: target, right, range } = node;
    return [{ target, operator: 'max' as const, ordered: false, range, operands: [right.range] }];
  });
}
