/** The shapes of built-in profiles as types. */
import type { Shape } from '../builtins/index.ts';
import { anyType, builtinType, typeOfKind } from '../values/type.ts';
import type { Atom, Type } from '../values/type.ts';

const types = new Map<string, Type>();

/** One type for each shape, so that atoms stay comparable. */
export function shapeType(shape: Shape): Type {
  if (shape.kind === 'any') return shape.is.length > 0 ? anyType : builtinType;
  if (!shape.elements) return typeOfKind(shape.kind);
  const key = describeShape(shape);
  const known = types.get(key);
  if (known) return known;
  const { elements } = shape;
  const atom: Atom = { kind: shape.kind, elements: () => shapeType(elements) };
  const made: Type = new Set([atom]);
  types.set(key, made);
  return made;
}

function describeShape(shape: Shape): string {
  return shape.elements ? `${shape.kind}<${describeShape(shape.elements)}>` : shape.kind;
}
