/**
 * Purpose: one block that looks a key up in a cache of two typed arrays, and computes and stores what it doesn't find.
 * Input: a statement of a function.
 * Guarantee: a block that is found stores numbers that depend on its inputs alone, at elements that no other slot has, behind a key that
 * tells its inputs apart as long as those are bytes.
 */
import type { ScopeVariable as Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { ScopeIndex } from '../scopes.ts';
import { isReassigned } from '../scopes.ts';
import { Canon } from './canon.ts';
import { lengthOfTable } from './filled.ts';
import { initOf, wholeOf } from './literals.ts';
import { packedBytes } from './packed.ts';

type Node = TSESTree.Node;

export interface MemoBlock {
  readonly node: Node;
  readonly keys: Variable;
  readonly values: Variable;
  /** Parameters of the function, of which the key is made. */
  readonly inputs: readonly Variable[];
  /** What is computed and where it goes, by the places of the inputs: equal texts mean equal computations. */
  readonly shape: string;
}

/** `x = VALUES[offset + 1]` or the reverse. */
interface Transfer {
  readonly local: Variable;
  readonly table: Variable;
  readonly offset: Variable;
  readonly at: number;
}

interface Lookup {
  readonly keys: Variable;
  readonly slot: Variable;
  readonly tag: Variable;
}

export function readMemoBlock(
  scopes: ScopeIndex,
  owner: TSESTree.FunctionDeclaration,
  node: Node,
): MemoBlock | undefined {
  return new BlockReader(scopes, owner).read(node);
}

class BlockReader {
  readonly #scopes: ScopeIndex;
  readonly #owner: TSESTree.FunctionDeclaration;

  constructor(scopes: ScopeIndex, owner: TSESTree.FunctionDeclaration) {
    this.#scopes = scopes;
    this.#owner = owner;
  }

  read(node: Node): MemoBlock | undefined {
    if (node.type !== 'IfStatement' || !node.alternate) return undefined;
    const lookup = this.#lookup(node.test);
    const loads = lookup && all(statementsOf(node.consequent).map((one) => this.#load(one)));
    const misses = statementsOf(node.alternate);
    if (!lookup || !loads) return undefined;
    const computed = misses.slice(0, loads.length);
    const stored = misses.slice(loads.length);
    const [tagged, ...kept] = stored;
    const stores = all(kept.map((one) => this.#store(one)));
    if (!tagged || !stores || !this.#isTagged(tagged, lookup) || !isSameTransfer(loads, stores))
      return undefined;
    return this.#blockOf(node, lookup, loads, computed);
  }

  #blockOf(
    node: Node,
    { keys, slot, tag }: Lookup,
    loads: readonly Transfer[],
    computed: readonly Node[],
  ): MemoBlock | undefined {
    const [first] = loads;
    const packed = packedBytes(this.#scopes, tag, this.#owner);
    const stride = first && this.#strideOf(first.offset, slot);
    if (!first || !packed || stride === undefined || loads.some(({ at }) => at >= stride)) return undefined;
    if (!this.#areLaidOut(keys, first.table, stride)) return undefined;
    const canon = new Canon(this.#scopes, this.#owner, packed.inputs);
    const slotText = canon.wholeNumber(slot);
    const values = this.#valuesOf(loads, computed, canon);
    if (slotText === undefined || !values) return undefined;
    const shape = [packed.shape, slotText, String(stride), ...values].join(' | ');
    return { node, keys, values: first.table, inputs: packed.inputs, shape };
  }

  /** `KEYS[slot] === tag` */
  #lookup(test: Node): Lookup | undefined {
    if (test.type !== 'BinaryExpression' || test.operator !== '===') return undefined;
    const element = this.#element(test.left);
    const tag = this.#constant(test.right);
    return element && tag ? { keys: element.table, slot: element.index, tag } : undefined;
  }

  /** `KEYS[slot] = tag;` */
  #isTagged(statement: Node, { keys, slot, tag }: Lookup): boolean {
    const assignment = assignmentOf(statement);
    const element = assignment && this.#element(assignment.left);
    return element?.table === keys && element.index === slot && this.#constant(assignment?.right) === tag;
  }

  /** `KEYS[slot]` with names for both. */
  #element(node: Node): { readonly table: Variable; readonly index: Variable } | undefined {
    if (node.type !== 'MemberExpression' || !node.computed || node.optional) return undefined;
    const table = this.#variableOf(node.object);
    const index = this.#constant(node.property);
    return table && index ? { table, index } : undefined;
  }

  #load(statement: Node): Transfer | undefined {
    const assignment = assignmentOf(statement);
    return assignment && this.#transfer(assignment.left, assignment.right);
  }

  #store(statement: Node): Transfer | undefined {
    const assignment = assignmentOf(statement);
    return assignment && this.#transfer(assignment.right, assignment.left);
  }

  #transfer(name: Node, element: Node): Transfer | undefined {
    const local = this.#variableOf(name);
    if (!local || !this.#isLocal(local) || element.type !== 'MemberExpression') return undefined;
    if (!element.computed || element.optional) return undefined;
    const table = this.#variableOf(element.object);
    const { property } = element;
    const isSum = property.type === 'BinaryExpression' && property.operator === '+';
    const offset = this.#constant(isSum ? property.left : property);
    const at = isSum ? wholeOf(property.right) : 0;
    return table && offset && at !== undefined ? { local, table, offset, at } : undefined;
  }

  /** `const offset = slot * 4`: 4 */
  #strideOf(offset: Variable, slot: Variable): number | undefined {
    const init = initOf(offset);
    if (init?.type !== 'BinaryExpression' || init.operator !== '*') return undefined;
    return this.#constant(init.left) === slot ? wholeOf(init.right) : undefined;
  }

  /** Keys of a kind that holds every tag, and for each of them as many values as a slot takes. */
  #areLaidOut(keys: Variable, values: Variable, stride: number): boolean {
    const count = lengthOfTable(this.#scopes, keys, /^Uint32Array$/);
    const size = lengthOfTable(this.#scopes, values, /^Float64Array$/);
    if (keys === values || count?.type !== 'Identifier' || size?.type !== 'BinaryExpression') return false;
    const isMultiple = size.operator === '*' && wholeOf(size.right) === stride;
    const slots = this.#constant(count);
    return isMultiple && slots !== undefined && this.#constant(size.left) === slots;
  }

  /** The values by their places in a slot; each is computed by a statement of its own, in the order of the loads. */
  #valuesOf(
    loads: readonly Transfer[],
    computed: readonly Node[],
    canon: Canon,
  ): readonly string[] | undefined {
    const texts = loads.map(({ local, at }, index) => {
      const assignment = assignmentOf(computed[index]);
      if (!assignment || this.#variableOf(assignment.left) !== local) return undefined;
      const text = canon.number(assignment.right);
      if (text !== undefined) canon.name(local, text);
      return text === undefined ? undefined : `${String(at)}: ${text}`;
    });
    return all(texts);
  }

  #variableOf(node: Node | null | undefined): Variable | undefined {
    return node?.type === 'Identifier' ? this.#scopes.variableOf(node) : undefined;
  }

  /** A `const` that a name stands for. */
  #constant(node: Node | null | undefined): Variable | undefined {
    const variable = this.#variableOf(node);
    return variable && !isReassigned(variable) ? variable : undefined;
  }

  #isLocal({ scope, defs: [definition] }: Variable): boolean {
    return definition?.type === 'Variable' && scope.variableScope.block === this.#owner;
  }
}

function statementsOf(node: Node): readonly Node[] {
  return node.type === 'BlockStatement' ? node.body : [node];
}

function assignmentOf(node: Node | undefined): TSESTree.AssignmentExpression | undefined {
  const expression = node?.type === 'ExpressionStatement' ? node.expression : undefined;
  return expression?.type === 'AssignmentExpression' && expression.operator === '=' ? expression : undefined;
}

/** The same elements for the same variables; each variable and each element once. */
function isSameTransfer(loads: readonly Transfer[], stores: readonly Transfer[]): boolean {
  const [first] = loads;
  const isOne = [...loads, ...stores].every(
    ({ table, offset }) => table === first?.table && offset === first.offset,
  );
  const isEqual = loads.every(
    ({ local, at }, index) => stores[index]?.local === local && stores[index].at === at,
  );
  const locals = new Set(loads.map(({ local }) => local));
  const places = new Set(loads.map(({ at }) => at));
  const isDistinct = locals.size === loads.length && places.size === loads.length;
  return isOne && isEqual && isDistinct && loads.length === stores.length && loads.length > 0;
}

function all<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  const found = values.filter((value) => value !== undefined);
  return found.length === values.length ? found : undefined;
}
