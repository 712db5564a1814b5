/** What a function does to its own variables and objects is no effect for its caller. */
import type { Effect } from '../../model/index.ts';
import type { Frame } from '../effects/frame.ts';
import { isLocal } from '../effects/frame.ts';
import { variableById } from '../scopes.ts';

export function isOwnEffect(frame: Frame, effect: Effect): boolean {
  if (!('place' in effect)) return false;
  const { root } = effect.place;
  if (root.kind === 'fresh') return true;
  if (root.kind !== 'binding') return false;
  const variable = variableById(root.id);
  return variable !== undefined && isLocal(frame, variable);
}
