/**
 * Purpose: what an expression computes, as a text that doesn't depend on the names of the variables.
 * Input: an expression of a function, and the parameters that it may depend on.
 * Guarantee: equal texts are equal computations; there is no text for what isn't a number or depends on anything else.
 */
import type { ScopeVariable as Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { childrenOf } from '../ast.ts';
import type { ScopeIndex } from '../scopes.ts';
import { isModuleLevel, isReassigned } from '../scopes.ts';
import { initOf } from './literals.ts';
import { computesNumbers, functionOf } from './numbers.ts';

type Node = TSESTree.Node;

export class Canon {
  readonly #scopes: ScopeIndex;
  readonly #owner: TSESTree.FunctionDeclaration;
  readonly #names: Map<Variable, string>;

  constructor(scopes: ScopeIndex, owner: TSESTree.FunctionDeclaration, inputs: readonly Variable[]) {
    this.#scopes = scopes;
    this.#owner = owner;
    this.#names = new Map(inputs.map((input, index) => [input, `$${String(index)}`]));
  }

  /** Says what a variable holds from here on. */
  name(variable: Variable, text: string): void {
    this.#names.set(variable, text);
  }

  /** An expression that surely gives a number. */
  number(node: Node): string | undefined {
    if (!computesNumbers(this.#scopes, node, this.#owner) || !this.#isNumber(node)) return undefined;
    return this.#text(node);
  }

  /** A constant that surely holds a whole number from 0 on: `… >>> 20`. */
  wholeNumber(variable: Variable): string | undefined {
    const init = initOf(variable);
    const isWhole = init?.type === 'BinaryExpression' && init.operator === '>>>';
    return isWhole ? this.number(init) : undefined;
  }

  /** Arithmetic, and calls of functions that return nothing else: no `undefined`, as an element of a table may be. */
  #isNumber(node: Node): boolean {
    switch (node.type) {
      case 'BinaryExpression':
        return /^(?:[-+*/%&|^]|\*\*|<<|>>>?)$/.test(node.operator);
      case 'UnaryExpression':
        return /^[-+~]$/.test(node.operator);
      case 'CallExpression':
        return node.callee.type === 'MemberExpression' || this.#returnsNumber(node.callee);
      default:
        return false;
    }
  }

  #returnsNumber(callee: Node): boolean {
    const variable = callee.type === 'Identifier' ? this.#scopes.variableOf(callee) : undefined;
    const statements = (variable && functionOf(variable))?.body.body ?? [];
    const isStraight = statements.slice(0, -1).every(({ type }) => type === 'VariableDeclaration');
    const last = statements.at(-1);
    const value = last?.type === 'ReturnStatement' ? last.argument : null;
    return isStraight && value !== null && value.type !== 'CallExpression' && this.#isNumber(value);
  }

  #text(node: Node): string | undefined {
    if (node.type === 'Identifier') return this.#textOfName(node);
    if (node.type === 'Literal') return String(node.value);
    if (node.type === 'MemberExpression' && !node.computed)
      return this.#scopes.unit.text.slice(...node.range);
    const parts = childrenOf(node).map((child) => this.#text(child));
    // An assignment is for what comes after it, too.
    if (/^(?:Assignment|Update)/.test(node.type) || parts.includes(undefined)) return undefined;
    const operator = 'operator' in node ? node.operator : '';
    return `${node.type}${operator}(${parts.join(',')})`;
  }

  #textOfName(node: TSESTree.Identifier): string | undefined {
    const variable = this.#scopes.variableOf(node);
    if (!variable) return node.name;
    const known = this.#names.get(variable);
    if (known !== undefined) return known;
    if (isModuleLevel(variable)) return node.name;
    const init = isReassigned(variable) ? undefined : initOf(variable);
    return init && this.#text(init);
  }
}
