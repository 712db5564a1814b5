/**
 * Purpose: the remainder of a `reduce` callback as the function that folds the results.
 * Input: the remainder as statements that end in `return`, and how it gets the results.
 * Guarantee: the same first value, and what the callback returned is what the function returns.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { ConsumePlan, Template } from '../../model/index.ts';
import { ensure } from '../ensure.ts';
import type { LoopView } from '../slice/loop-view.ts';

type Fold = ConsumePlan & { readonly as: 'fold' };

export function foldOf(
  view: LoopView,
  streamed: Pick<Fold, 'binding' | 'withItems' | 'settled'>,
  rest: Template,
): Fold {
  const { callback, node } = view.analysis.site;
  const call = node as TSESTree.CallExpression;
  const first = ensure(call.arguments[1], 'a fold has a first value');
  const accumulator = ensure(callback?.params[0], 'a fold has an accumulator');
  const [type] = call.typeArguments?.params ?? [];
  const value = returnedAlone(rest);
  return {
    as: 'fold',
    first: type ? [first.range, ' as ', type.range] : [first.range],
    accumulator: [accumulator.range],
    ...streamed,
    body: value ?? rest,
    isExpression: value !== undefined,
  };
}

/** `value` of `return value;`, which is all there is: text that was an expression. */
function returnedAlone(rest: Template): Template | undefined {
  const isOnly = rest[0] === 'return ' && rest.at(-1) === ';';
  return isOnly ? rest.slice(1, -1) : undefined;
}
