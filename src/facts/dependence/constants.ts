/** Variables that hold one number for the whole life of the program. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Binding } from '../../model/index.ts';
import { initialiserOf } from './declarations.ts';
import { bare } from './syntax.ts';

type BindingOf = (identifier: TSESTree.Identifier) => Binding | undefined;

const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
};

/** The number that an expression always has, as far as its text tells. */
export function constantNumber(node: TSESTree.Node, bindingOf: BindingOf): number | undefined {
  const expression = bare(node);
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value === 'number' ? expression.value : undefined;
    case 'Identifier': {
      const binding = bindingOf(expression);
      return binding && constantOf(binding, expression, bindingOf);
    }
    case 'UnaryExpression': {
      const value = expression.operator === '-' ? constantNumber(expression.argument, bindingOf) : undefined;
      return value === undefined ? undefined : -value;
    }
    case 'BinaryExpression': {
      const left = constantNumber(expression.left, bindingOf);
      const right = constantNumber(expression.right, bindingOf);
      return left === undefined || right === undefined
        ? undefined
        : operations[expression.operator]?.(left, right);
    }
    default:
      return undefined;
  }
}

/** The number that a variable is declared with and keeps; `anywhere` is any node of its file. */
export function constantOf(
  binding: Binding,
  anywhere: TSESTree.Node,
  bindingOf: BindingOf,
): number | undefined {
  if (binding.reassigned || !['const', 'let', 'var'].includes(binding.kind)) return undefined;
  const init = initialiserOf(binding, anywhere);
  const isBackward = (other: Binding | undefined) => other && other.declared[0] < binding.declared[0];
  return (
    init &&
    constantNumber(init, (identifier) =>
      isBackward(bindingOf(identifier)) ? bindingOf(identifier) : undefined,
    )
  );
}
