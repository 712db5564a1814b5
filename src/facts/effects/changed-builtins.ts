/** What the file itself puts on built-ins is not what their profiles say, and not what a worker has. */
import type { Range } from '../../model/index.ts';
import { isBuiltinChanged, isInheritedChanged } from '../changed-builtins.ts';
import type { Value } from '../values/value.ts';
import { emit } from './frame.ts';
import type { Frame } from './frame.ts';

/** A read or call of a property of an object that may be, or inherit from, a built-in. */
export function hideChangedBuiltin(
  frame: Frame,
  range: Range,
  object: Value,
  name: string | undefined,
): void {
  if (name === undefined) return;
  const isBuiltin = [...object.refs.values()].some(({ kind }) => kind === 'builtin');
  const isChanged = isInheritedChanged(frame.unit, name) || (isBuiltin && isBuiltinChanged(frame.unit, name));
  if (isChanged) emit(frame, { kind: 'hidden', why: `${name} of a built-in` }, range);
}
