/**
 * Purpose: parameters that are bytes in every call: elements of a byte array, read where it surely has one.
 * Input: a function of a module, which is called only by its name, and some of its parameters.
 * Guarantee: true only when each call gives whole numbers from 0 to 255: `bytes[i]` and no other than `undefined` can come of a byte
 * array, and a later element of the same pixel was seen to be there (`if (bytes[i + 3] === 255) …`).
 */
import type { ScopeVariable as Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { contains, isFunction } from '../ast.ts';
import type { ScopeIndex } from '../scopes.ts';
import { isReassigned } from '../scopes.ts';
import type { Run } from '../run.ts';
import { parameterType } from '../values/evidence.ts';
import { initOf, wholeOf } from './literals.ts';
import { functionOf } from './numbers.ts';

type Node = TSESTree.Node;

/** `bytes[base + 2]` */
interface Element {
  readonly array: Variable;
  readonly base: Variable;
  readonly at: number;
}

export function areBytes(
  run: Run,
  scopes: ScopeIndex,
  owner: Variable,
  inputs: readonly Variable[],
): boolean {
  const declared = functionOf(owner);
  const calls = callsOf(owner);
  if (!declared || !calls) return false;
  const reader = new ByteReader(run, scopes);
  return inputs.every((input) => {
    const index = declared.params.findIndex((param) => param === input.identifiers[0]);
    return index >= 0 && calls.every((call) => reader.isByte(call.arguments[index], call));
  });
}

/** All calls of a function; undefined when it is used in another way, or exported. */
function callsOf(owner: Variable): readonly TSESTree.CallExpression[] | undefined {
  const { references } = owner;
  if (functionOf(owner)?.parent.type !== 'Program') return undefined;
  const calls = references.flatMap(({ identifier }) => {
    const { parent } = identifier as TSESTree.Identifier;
    const isCall = parent.type === 'CallExpression' && parent.callee === identifier;
    return isCall && parent.arguments.every(({ type }) => type !== 'SpreadElement') ? [parent] : [];
  });
  return calls.length === references.length ? calls : undefined;
}

class ByteReader {
  readonly #run: Run;
  readonly #scopes: ScopeIndex;

  constructor(run: Run, scopes: ScopeIndex) {
    this.#run = run;
    this.#scopes = scopes;
  }

  /** Whether an argument of a call is an element of a byte array that is there. */
  isByte(argument: Node | undefined, call: Node): boolean {
    const element = this.#elementOf(argument);
    if (!element || !this.#isByteArray(element.array) || !this.#isIndex(element.base)) return false;
    return this.#seenBefore(call).some(
      (seen) => seen.array === element.array && seen.base === element.base && seen.at >= element.at,
    );
  }

  /** `const r = bytes[base + 1]` that a name stands for. */
  #elementOf(node: Node | undefined): Element | undefined {
    const variable = this.#constantOf(node);
    const member = variable && initOf(variable);
    if (member?.type !== 'MemberExpression' || !member.computed || member.optional) return undefined;
    const { property } = member;
    const isSum = property.type === 'BinaryExpression' && property.operator === '+';
    const array = this.#constantOf(member.object);
    const base = this.#constantOf(isSum ? property.left : property);
    const at = isSum ? wholeOf(property.right) : 0;
    return array && base && at !== undefined ? { array, base, at } : undefined;
  }

  #constantOf(node: Node | undefined): Variable | undefined {
    const variable = node?.type === 'Identifier' ? this.#scopes.variableOf(node) : undefined;
    return variable && !isReassigned(variable) ? variable : undefined;
  }

  /** Elements that the conditions around a node have found equal to a number. */
  #seenBefore(node: Node): readonly Element[] {
    const found: Element[] = [];
    for (let at = node; at.parent && !isFunction(at.parent); at = at.parent) {
      const { parent } = at;
      if (parent.type === 'IfStatement' && parent.consequent === at) found.push(...this.#seenBy(parent.test));
    }
    return found;
  }

  #seenBy(test: Node): readonly Element[] {
    if (test.type === 'LogicalExpression' && test.operator === '&&')
      return [...this.#seenBy(test.left), ...this.#seenBy(test.right)];
    if (test.type !== 'BinaryExpression' || test.operator !== '===') return [];
    const element = wholeOf(test.right) === undefined ? undefined : this.#elementOf(test.left);
    return element ? [element] : [];
  }

  /** A parameter that is declared a `Uint8Array` or `Uint8ClampedArray`. */
  #isByteArray(variable: Variable): boolean {
    const [definition] = variable.defs;
    if (definition?.type !== 'Parameter' || !isFunction(definition.name.parent)) return false;
    const type = [...parameterType(this.#run, this.#scopes.unit, definition.name)];
    return (
      type.length > 0 &&
      type.every(({ kind, name }) => kind === 'typed-array' && /^Uint8(?:Clamped)?Array$/.test(name ?? ''))
    );
  }

  /** A parameter that all calls give a whole number from 0 on. */
  #isIndex(variable: Variable): boolean {
    const [definition] = variable.defs;
    if (definition?.type !== 'Parameter' || definition.node.type !== 'FunctionDeclaration') return false;
    const { id, params } = definition.node;
    const owner = id && this.#scopes.variableOf(id);
    const calls = owner && callsOf(owner);
    const index = params.findIndex((param) => param === variable.identifiers[0]);
    return index >= 0 && (calls?.every((call) => this.#isCounter(call.arguments[index])) ?? false);
  }

  /** `pos` of `for (let i = 0, pos = 0; …; i++, pos += 4)`: it starts at a whole number and only grows by whole numbers. */
  #isCounter(node: Node | undefined): boolean {
    const variable = node?.type === 'Identifier' ? this.#scopes.variableOf(node) : undefined;
    const init = variable && initOf(variable);
    if (!variable || !init || wholeOf(init) === undefined) return false;
    const { parent: declaration } = init.parent;
    const loop = declaration?.parent;
    if (loop?.type !== 'ForStatement' || loop.init !== declaration) return false;
    const writes = variable.references.filter((reference) => reference.isWrite() && !reference.init);
    return writes.every(({ identifier }) => isGrowth(identifier as TSESTree.Identifier, loop));
  }
}

function isGrowth(identifier: TSESTree.Identifier, { update }: TSESTree.ForStatement): boolean {
  const { parent } = identifier;
  if (!update || !contains(update.range, identifier.range)) return false;
  if (parent.type === 'UpdateExpression') return parent.operator === '++';
  const isSum = parent.type === 'AssignmentExpression' && parent.operator === '+=';
  return isSum && parent.left === identifier && wholeOf(parent.right) !== undefined;
}
