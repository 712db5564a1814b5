/** A value seen through the annotation of what it is assigned to. */
import type { TSESTree } from '@typescript-eslint/types';
import { patternType } from '../values/evidence.ts';
import { anyType } from '../values/type.ts';
import { withType } from '../values/value.ts';
import type { Value } from '../values/value.ts';
import type { Frame } from './frame.ts';

/** Better evidence of the two: what is known of the value itself, else what the annotation says. */
export function typed(frame: Frame, target: TSESTree.Node, value: Value): Value {
  const isKnown = [...value.type].every((atom) => atom.kind !== 'any') && value.type.size > 0;
  if (isKnown) return value;
  const type = patternType(frame.run, frame.unit, target);
  return type === anyType ? value : withType(value, type);
}
