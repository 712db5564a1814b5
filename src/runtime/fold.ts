// fold: what `reduce` does, over results that come one by one.

/**
 * What combining the results one after the other gives, beginning with `first`; each as soon as it is there.
 *
 * @throws at a result's turn, the error that its task threw
 */
export function fold<Result, Value>(
  results: Iterable<Result>,
  first: Value,
  combine: (value: Value, result: Result) => Value,
): Value {
  let value = first;
  for (const result of results) value = combine(value, result);
  return value;
}
