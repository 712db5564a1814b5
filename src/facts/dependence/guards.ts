/**
 * Purpose: what the code around a loop guarantees while it runs: `if (k > 0) for (…)`, `if (inc === 0) return; for (…)`.
 * Input: the loop's syntax; a way to value expressions over invariants.
 * Guarantee: facts mention only variables that nothing reassigns.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Polynomial } from '../../model/index.ts';
import type { DependenceInput } from './input.ts';
import { factsOf } from './closed-form.ts';
import { polynomialOf, subtract } from './polynomial.ts';
import { bare, isFunction } from './syntax.ts';

type Node = TSESTree.Node;

export interface GuardFacts {
  /** At least zero. */
  readonly facts: readonly Polynomial[];
  readonly nonZero: readonly Polynomial[];
}

/** Facts from the conditions that lead to the loop, within its function. */
export function findGuards(input: DependenceInput): GuardFacts {
  const conditions = conditionsAround(input.body);
  const valueOf = (expression: Node) => fixedValue(expression, input);
  return {
    facts: conditions.flatMap(({ test, holds }) =>
      holds ? factsOf(test, valueOf) : negatedFacts(test, valueOf),
    ),
    nonZero: conditions.flatMap(({ test, holds }) => nonZeroOf(test, holds, valueOf)),
  };
}

interface Condition {
  readonly test: Node;
  readonly holds: boolean;
}

function conditionsAround(node: Node): readonly Condition[] {
  const { parent } = node;
  if (!parent || (isFunction(parent) && parent.body !== node) || parent.type === 'Program') return [];
  const outer = isFunction(parent) ? [] : conditionsAround(parent);
  if (parent.type === 'IfStatement' && parent.test !== node) {
    return [...outer, { test: parent.test, holds: parent.consequent === node }];
  }
  return parent.type === 'BlockStatement' ? [...outer, ...earlyReturns(parent, node)] : outer;
}

/** `if (c) return;` before `node` in the same block: c is false from there on. */
function earlyReturns(block: TSESTree.BlockStatement, node: Node): readonly Condition[] {
  return block.body.flatMap((statement) =>
    statement.range[1] <= node.range[0] && statement.type === 'IfStatement' && leaves(statement.consequent)
      ? [{ test: statement.test, holds: false }]
      : [],
  );
}

function leaves(node: Node): boolean {
  if (node.type === 'BlockStatement') return node.body.some(leaves);
  return node.type === 'ReturnStatement' || node.type === 'ThrowStatement';
}

/** The value of an expression over variables that keep one value for the whole run of the function. */
function fixedValue(expression: Node, input: DependenceInput): Polynomial | undefined {
  const known = new Map(input.bindings.map((b) => [b.id, b]));
  return polynomialOf(expression, (identifier) => {
    const binding = input.bindingOf(identifier);
    return binding && known.get(binding.id)?.reassigned === false ? binding : undefined;
  });
}

const opposite: Readonly<Record<string, '<' | '<=' | '>' | '>='>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/**
 * What follows from a comparison being false: the opposite one, unless a side is NaN. Subscripts and bounds are taken to be whole
 * numbers (see subscripts.ts), so it does.
 */
function negatedFacts(test: Node, valueOf: (node: Node) => Polynomial | undefined): readonly Polynomial[] {
  const node = bare(test);
  if (node.type === 'LogicalExpression' && node.operator === '||') {
    return [...negatedFacts(node.left, valueOf), ...negatedFacts(node.right, valueOf)];
  }
  if (node.type !== 'BinaryExpression') return [];
  const operator = opposite[node.operator];
  return operator ? factsOf({ ...node, operator } as Node, valueOf) : [];
}

function nonZeroOf(
  test: Node,
  holds: boolean,
  valueOf: (node: Node) => Polynomial | undefined,
): readonly Polynomial[] {
  const node = bare(test);
  if (node.type === 'LogicalExpression' && node.operator === (holds ? '&&' : '||')) {
    return [...nonZeroOf(node.left, holds, valueOf), ...nonZeroOf(node.right, holds, valueOf)];
  }
  if (node.type !== 'BinaryExpression') return [];
  const isUnequal = holds ? ['!==', '!='] : ['===', '=='];
  const [left, right] = [valueOf(node.left), valueOf(node.right)];
  return isUnequal.includes(node.operator) && left && right ? [subtract(left, right)] : [];
}
