/** What a variable of the evaluated code itself holds. */
import type { Variable } from '../scopes.ts';
import { outerValue } from '../values/outer.ts';
import { nothing } from '../values/value.ts';
import type { Value } from '../values/value.ts';
import type { Frame } from './frame.ts';

/** Functions, classes and imports are there before their declaration is reached; other variables hold what was assigned. */
export function localValue(frame: Frame, variable: Variable): Value {
  const assigned = frame.variables.get(variable);
  if (assigned) return assigned;
  const type = variable.defs[0]?.type;
  const isAssigned =
    type === 'Variable' || type === 'Parameter' || type === 'CatchClause' || type === undefined;
  return isAssigned ? nothing : outerValue(frame.run, variable, frame.unit);
}
