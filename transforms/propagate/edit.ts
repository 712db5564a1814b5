/**
 * Purpose: a propagation plan as text edits.
 * Input: functions that become asynchronous, calls that are awaited.
 * Guarantee: nothing changes but `async`, `await`, the parentheses that `await` needs, and `Promise<…>` around result types, JSDoc's too.
 */
import MagicString from 'magic-string';
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../src/model/index.ts';
import { detectStyle } from '../render/style.ts';
import { jsdocResultOf } from './jsdoc-result.ts';
import type { PropagationPlan } from './plan.ts';

/** The new text of every file that the plans change. */
export function printPropagation(plans: readonly PropagationPlan[]): Map<SourceUnit, string> {
  const texts = new Map<SourceUnit, MagicString>();
  const textOf = (unit: SourceUnit): MagicString => {
    const text = texts.get(unit) ?? new MagicString(unit.text);
    texts.set(unit, text);
    return text;
  };
  const functions = new Map(plans.flatMap((plan) => plan.functions.map((fn) => [fn.node, fn.unit])));
  for (const [node, unit] of functions) {
    textOf(unit).prependLeft(node.range[0], 'async ');
    const type = node.returnType?.typeAnnotation.range ?? jsdocResultOf(unit, node);
    if (type) textOf(unit).appendLeft(type[0], 'Promise<').prependRight(type[1], '>');
  }
  const calls = new Map(plans.flatMap((plan) => plan.calls.map(({ call, unit }) => [call, unit])));
  for (const [call, unit] of calls) awaitCall(textOf(unit), unit, call);
  return new Map([...texts].map(([unit, text]) => [unit, text.toString()]));
}

function awaitCall(text: MagicString, unit: SourceUnit, call: TSESTree.CallExpression): void {
  const [start, end] = call.range;
  if (!needsParentheses(call)) {
    text.appendRight(start, 'await ');
    return;
  }
  const isFirst = startsStatement(call) && !detectStyle(unit).semicolons;
  text.appendRight(start, isFirst ? ';(await ' : '(await ').prependLeft(end, ')');
}

/** `(await f()).x`, `(await f())()`, `(await f()) ** 2`. */
function needsParentheses(call: TSESTree.CallExpression): boolean {
  const { parent } = call;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === call;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === call;
    case 'TaggedTemplateExpression':
      return parent.tag === call;
    case 'BinaryExpression':
      return parent.operator === '**' && parent.left === call;
    case 'TSNonNullExpression':
      return true;
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass === call;
    default:
      return false;
  }
}

/** Where a parenthesis could be taken for the arguments of the line before. */
function startsStatement(call: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = call; at; at = at.parent) {
    if (at.type === 'ExpressionStatement') return at.range[0] === call.range[0];
  }
  return false;
}
