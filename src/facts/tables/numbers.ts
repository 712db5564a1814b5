/**
 * Purpose: code that computes numbers from numbers: arithmetic, `Math`, tables of numbers, and functions made of the same.
 * Input: syntax of a module, and the code whose own variables it may use.
 * Guarantee: the code has no effects but on its own variables and elements of tables; it gives the same in every thread.
 */
import type { ScopeVariable as Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { contains, unwrap } from '../ast.ts';
import type { ScopeIndex } from '../scopes.ts';
import { isReassigned } from '../scopes.ts';
import { isFilledTable } from './filled.ts';
import { suppose } from './suppose.ts';

type Node = TSESTree.Node;

/** Whether a piece of code computes numbers. @param within the statement or function whose own variables it may use */
export function computesNumbers(scopes: ScopeIndex, node: Node, within: Node): boolean {
  return new NumericCode(scopes, within).computes(node);
}

class NumericCode {
  readonly #scopes: ScopeIndex;
  readonly #within: Node;

  constructor(scopes: ScopeIndex, within: Node) {
    this.#scopes = scopes;
    this.#within = within;
  }

  computes(node: Node): boolean {
    return this.#isStatement(node) ?? this.#isExpression(unwrap(node));
  }

  /** Undefined for what is no statement. */
  #isStatement(node: Node): boolean | undefined {
    switch (node.type) {
      case 'BlockStatement':
        return this.#all(...node.body);
      case 'ExpressionStatement':
        return this.#all(node.expression);
      case 'ReturnStatement':
        return this.#all(node.argument);
      case 'ForStatement':
        return this.#all(node.init, node.test, node.update, node.body);
      case 'IfStatement':
        return this.#all(node.test, node.consequent, node.alternate);
      case 'VariableDeclaration':
        return node.declarations.every(({ id, init }) => id.type === 'Identifier' && this.#all(init));
      default:
        return undefined;
    }
  }

  #isExpression(node: Node): boolean {
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'number' || typeof node.value === 'boolean';
      case 'UnaryExpression':
        return /^[-+~!]$/.test(node.operator) && this.#all(node.argument);
      case 'BinaryExpression':
        return !/^in/.test(node.operator) && this.#all(node.left, node.right);
      case 'LogicalExpression':
        return this.#all(node.left, node.right);
      case 'ConditionalExpression':
        return this.#all(node.test, node.consequent, node.alternate);
      case 'AssignmentExpression':
        return this.#isTarget(unwrap(node.left)) && this.#all(node.right);
      case 'UpdateExpression':
        return this.#isTarget(unwrap(node.argument));
      case 'Identifier':
        return this.#isNumber(node);
      case 'MemberExpression':
        return this.#isElement(node) || (isOfMath(node) && !this.#isDeclared(node.object));
      case 'CallExpression':
        return this.#isNumericCall(node) && this.#all(...node.arguments);
      default:
        return false;
    }
  }

  #all(...parts: readonly (Node | null | undefined)[]): boolean {
    return parts.every((part) => !part || this.computes(part));
  }

  #isTarget(target: Node): boolean {
    if (target.type === 'MemberExpression') return this.#isElement(target);
    const variable = target.type === 'Identifier' ? this.#scopes.variableOf(target) : undefined;
    return variable !== undefined && isDeclaredIn(variable, this.#within);
  }

  /** A variable of its own, or a constant of the module that is computed likewise. */
  #isNumber(node: TSESTree.Identifier): boolean {
    const variable = this.#scopes.variableOf(node);
    if (!variable) return /^(?:undefined|NaN|Infinity)$/.test(node.name);
    return isDeclaredIn(variable, this.#within) || isConstantNumber(this.#scopes, variable);
  }

  /** `T[i]` of a table. */
  #isElement({ object, property, computed, optional }: TSESTree.MemberExpression): boolean {
    const table =
      computed && !optional && object.type === 'Identifier' ? this.#scopes.variableOf(object) : undefined;
    return table !== undefined && isFilledTable(this.#scopes, table) && this.computes(property);
  }

  #isNumericCall({ callee, optional }: TSESTree.CallExpression): boolean {
    if (optional) return false;
    if (callee.type === 'MemberExpression') return isOfMath(callee) && !this.#isDeclared(callee.object);
    const variable = callee.type === 'Identifier' ? this.#scopes.variableOf(callee) : undefined;
    return variable !== undefined && isNumericFunction(this.#scopes, variable);
  }

  #isDeclared(node: Node): boolean {
    return node.type !== 'Identifier' || this.#scopes.variableOf(node) !== undefined;
  }
}

/** The declaration of a module's `const` that has it to itself. */
export function declarationOf(variable: Variable): TSESTree.VariableDeclarator | undefined {
  const [definition, ...others] = variable.defs;
  if (definition?.type !== 'Variable' || others.length > 0 || isReassigned(variable)) return undefined;
  const { node, parent } = definition;
  const isOwn = parent.kind === 'const' && parent.declarations.length === 1 && node.id.type === 'Identifier';
  return isOwn && parent.parent.type === 'Program' ? node : undefined;
}

/** `const BITS = 12;` of a module. */
export function isConstantNumber(scopes: ScopeIndex, variable: Variable): boolean {
  const declarator = declarationOf(variable);
  const init = declarator?.init;
  return init ? suppose(variable, () => computesNumbers(scopes, init, declarator)) : false;
}

/** A function of the module whose parameters and results are numbers where it is given numbers, and which does nothing else. */
export function isNumericFunction(scopes: ScopeIndex, variable: Variable): boolean {
  const declared = functionOf(variable);
  if (!declared || declared.params.some(({ type }) => type !== 'Identifier')) return false;
  return suppose(variable, () => computesNumbers(scopes, declared.body, declared));
}

/** The function declaration of the module that a variable stands for. */
export function functionOf(variable: Variable): TSESTree.FunctionDeclaration | undefined {
  const [definition, ...others] = variable.defs;
  if (definition?.type !== 'FunctionName' || others.length > 0 || isReassigned(variable)) return undefined;
  const { node } = definition;
  const isPlain = node.type === 'FunctionDeclaration' && !node.async && !node.generator;
  return isPlain && variable.scope.type === 'module' ? node : undefined;
}

/** `Math.PI`, `Math.sqrt`: the same in every thread. */
function isOfMath({ object, property, computed, optional }: TSESTree.MemberExpression): boolean {
  const isMath = object.type === 'Identifier' && object.name === 'Math' && !computed && !optional;
  return isMath && property.type === 'Identifier' && property.name !== 'random';
}

/** Also a parameter; nothing outside uses it, and no function inside. */
function isDeclaredIn(variable: Variable, node: Node): boolean {
  const [definition, ...others] = variable.defs;
  const isLocal = definition?.type === 'Variable' || definition?.type === 'Parameter';
  const { variableScope } = variable.scope;
  const isOwn = variable.references.every(
    ({ from, identifier }) => from.variableScope === variableScope && contains(node.range, identifier.range),
  );
  return isLocal && others.length === 0 && isOwn && contains(node.range, definition.name.range);
}
