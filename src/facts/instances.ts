/** Classes of the project whose instances a value may be, or hold at any depth. */
import type { TSESTree } from '@typescript-eslint/types';
import { isFunction, staticKey, walkNodes } from './ast.ts';
import { anyType } from './values/type.ts';
import type { Atom, ClassRef, Type } from './values/type.ts';
import type { FreshObject, Value } from './values/value.ts';

/** As far as declarations, annotations and constructions tell. */
export function classesHeld(value: Value | undefined): readonly ClassRef[] {
  const search = new Search();
  if (value) search.visitValue(value);
  return [...search.found.values()];
}

/** Whether it may also hold instances of classes that declarations, annotations and constructions don't tell. */
export function mayHoldOtherInstances(value: Value | undefined): boolean {
  const search = new Search();
  if (value) search.visitValue(value);
  return search.isOpen;
}

/** Types that lead on and on are followed so far. */
const maxAtoms = 500;

class Search {
  readonly found = new Map<ClassRef['node'], ClassRef>();
  isOpen = false;
  readonly #atoms = new Set<Atom>();
  readonly #objects = new Set<FreshObject>();

  visitValue({ refs, type }: Value): void {
    this.#visitType(type);
    for (const ref of refs.values()) if (ref.kind === 'object') this.#visitObject(ref.object);
  }

  #visitObject(object: FreshObject): void {
    if (this.#objects.has(object)) return;
    this.#objects.add(object);
    if (object.instanceOf) this.found.set(object.instanceOf.node, object.instanceOf);
    for (const held of object.fields.values()) this.visitValue(held);
    this.visitValue(object.elements);
  }

  #visitType(type: Type): void {
    for (const atom of type) {
      if (this.#atoms.has(atom) || this.#atoms.size > maxAtoms) continue;
      this.#atoms.add(atom);
      this.isOpen ||= isBare(atom);
      if (atom.instanceOf) this.found.set(atom.instanceOf.node, atom.instanceOf);
      if (atom.elements) this.#visitType(atom.elements());
      for (const name of fieldNames(atom)) this.#visitType(atom.field?.(name) ?? anyType);
    }
  }
}

/** Something that holds others, or may be anything, of which no more is known. */
function isBare({ kind, elements, field, fields, instanceOf }: Atom): boolean {
  if (instanceOf ?? elements ?? field ?? fields) return false;
  return kind === 'any' || kind === 'object' || kind === 'array' || kind === 'map' || kind === 'set';
}

function fieldNames(atom: Atom): readonly string[] {
  return [...(atom.fields?.() ?? []), ...(atom.instanceOf ? fieldsOfClass(atom.instanceOf.node) : [])];
}

/** Declared fields, parameter properties, and what methods assign to `this`. */
function fieldsOfClass(node: ClassRef['node']): readonly string[] {
  const names = new Set<string>();
  walkNodes(node.body, (at) => {
    const name = fieldNamedBy(at);
    if (name !== undefined) names.add(name);
    return !isFunction(at) || at.parent.type === 'MethodDefinition' || at.type === 'ArrowFunctionExpression';
  });
  return [...names];
}

function fieldNamedBy(node: TSESTree.Node): string | undefined {
  if (node.type === 'PropertyDefinition') {
    return node.static ? undefined : staticKey(node.key, node.computed);
  }
  if (node.type === 'TSParameterProperty') {
    const { parameter } = node;
    const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    return 'name' in target ? target.name : undefined;
  }
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = node.left;
  return object.type === 'ThisExpression' ? staticKey(property, computed) : undefined;
}
