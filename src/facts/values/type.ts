/**
 * What is known of the kind of a value: a set of atoms, each a kind of value with what its elements and fields are. Atoms are
 * compared by identity, so each source of evidence (an annotation, an allocation) must give the same atom every time.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import type { ValueKind } from '../builtins/index.ts';

export interface ClassRef {
  readonly node: TSESTree.ClassDeclaration | TSESTree.ClassExpression;
  readonly unit: SourceUnit;
}

export interface Atom {
  readonly kind: ValueKind;
  /** Constructor or type name where it says more than the kind: `Uint8Array`. */
  readonly name?: string | undefined;
  readonly elements?: () => Type;
  readonly field?: (name: string) => Type | undefined;
  /** The names of the properties that are declared, where they are. */
  readonly fields?: () => readonly string[];
  readonly instanceOf?: ClassRef | undefined;
}

export type Type = ReadonlySet<Atom>;

const singles = new Map<ValueKind, Type>();

/** The type with one bare atom of the kind. */
export function typeOfKind(kind: ValueKind): Type {
  const known = singles.get(kind);
  if (known) return known;
  const made: Type = new Set<Atom>([{ kind }]);
  singles.set(kind, made);
  return made;
}

export const anyType = typeOfKind('any');
/** Made by a built-in, of unknown kind: surely no object of the project's. */
export const builtinType: Type = new Set<Atom>([{ kind: 'any', name: 'built-in' }]);
export const noType: Type = new Set();
export const numberType = typeOfKind('number');

/** More atoms than this say nothing any more. */
const maxAtoms = 12;

export function joinTypes(a: Type, b: Type): Type {
  if (a === b || b.size === 0) return a;
  if (a.size === 0) return b;
  const fresh = [...b].filter((atom) => !a.has(atom));
  if (fresh.length === 0) return a;
  if (a.size + fresh.length > maxAtoms) return isPrimitiveType(a) && isPrimitiveType(b) ? a : anyType;
  return new Set([...a, ...fresh]);
}

const primitiveKinds = new Set<ValueKind>([
  'undefined',
  'null',
  'boolean',
  'number',
  'bigint',
  'string',
  'symbol',
  'primitive',
]);

export function isPrimitiveKind(kind: ValueKind): boolean {
  return primitiveKinds.has(kind);
}

/** Whether nothing is known of some of it. */
export function mayBeAny(type: Type): boolean {
  return type.size === 0 || [...type].some(({ kind }) => kind === 'any');
}

/** Surely a primitive (the empty type is that of no value at all). */
export function isPrimitiveType(type: Type): boolean {
  for (const atom of type) if (!primitiveKinds.has(atom.kind)) return false;
  return true;
}

export function elementsOfType(type: Type): Type {
  let all: Type = noType;
  for (const atom of type) {
    if (atom.kind === 'undefined' || atom.kind === 'null') continue;
    all = joinTypes(all, elementsOfAtom(atom));
  }
  return all.size === 0 ? anyType : all;
}

function elementsOfAtom(atom: Atom): Type {
  if (atom.elements) return atom.elements();
  if (atom.kind === 'string') return typeOfKind('string');
  if (atom.kind === 'typed-array' || atom.kind === 'buffer') {
    return /^Big/.test(atom.name ?? '') ? typeOfKind('bigint') : numberType;
  }
  return anyType;
}

/** The kinds alone: what an initialiser says of elements doesn't hold once others may put something in. */
export function withoutElements(type: Type): Type {
  if (![...type].some(({ elements, field }) => elements ?? field)) return type;
  const bare = [...type].map((atom) => (atom.instanceOf ? new Set([atom]) : typeOfKind(atom.kind)));
  return bare.reduce(joinTypes, noType);
}

/** The kinds of what stands in it are known, but no more of that. */
export function withBareElements(type: Type): Type {
  const atoms = [...type].map((atom): Atom => {
    const { elements, field } = atom;
    if (!(elements ?? field)) return atom;
    return {
      ...atom,
      ...(elements && { elements: () => withoutElements(elements()) }),
      ...(field && { field: (name: string) => withoutElements(field(name) ?? anyType) }),
    };
  });
  return new Set(atoms);
}

/** The type of a property; `any` where nothing is known. */
export function fieldOfType(type: Type, name: string): Type {
  let all: Type = noType;
  for (const atom of type) {
    if (atom.kind === 'undefined' || atom.kind === 'null') continue;
    all = joinTypes(all, atom.field?.(name) ?? anyType);
  }
  return all.size === 0 ? anyType : all;
}
