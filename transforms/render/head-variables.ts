/**
 * Purpose: what a `for` declares in its head is gone once a call stands in its place.
 * Input: a plan.
 * Guarantee: a plan whose text still names such a variable, the index that its loop declares anew apart, is refused.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type {
  ConsumePlan,
  ItemsPlan,
  Range,
  RewritePlan,
  SourceUnit,
  Template,
} from '../../src/model/index.ts';
import { Refusal } from './refusal.ts';
import { findNode } from './walk.ts';

/** @throws {Refusal} naming the variable */
export function refuseHeadVariables(unit: SourceUnit, plan: RewritePlan): void {
  const init = findHead(unit, plan);
  if (!init) return;
  const templates = [
    ...listConsumed(plan.consume),
    ...listItems(plan.items),
    ...plan.constants.map(({ value }) => value),
  ];
  const ranges = templates.flat().filter((piece) => typeof piece !== 'string');
  for (const variable of unit.scopes.scopes.flatMap(({ variables }) => variables)) {
    const { name, defs, references } = variable;
    if (!defs.some(({ parent }) => parent === init) || bindsAnew(unit, plan.consume, name)) continue;
    const isNamed = plan.constants.some(({ value }) => value.length === 1 && value[0] === name);
    const isUsed = references.some(({ identifier }) =>
      ranges.some((range) => isWithin(identifier.range, range)),
    );
    if (isNamed || isUsed) throw new Refusal(plan, 'head-variable', name);
  }
}

function findHead(unit: SourceUnit, { replace }: RewritePlan): TSESTree.VariableDeclaration | undefined {
  const node = findNode(unit.ast, replace);
  const loop = node?.type === 'LabeledStatement' ? node.body : node;
  return loop?.type === 'ForStatement' && loop.init?.type === 'VariableDeclaration' ? loop.init : undefined;
}

function listConsumed(consume: ConsumePlan): Template[] {
  switch (consume.as) {
    case 'expression':
      return [consume.suffix];
    case 'declaration':
      return [consume.head];
    case 'loop':
      return [consume.body];
  }
}

function listItems(items: ItemsPlan): Template[] {
  return items.kind === 'range' ? [items.from, items.to, items.step ?? []] : [items.text];
}

function bindsAnew(unit: SourceUnit, consume: ConsumePlan, name: string): boolean {
  if (consume.as !== 'loop') return false;
  const text = consume.binding
    .map((piece) => (typeof piece === 'string' ? piece : unit.text.slice(...piece)))
    .join('');
  return text.split(/[^\w$]+/).includes(name);
}

function isWithin([start, end]: Range, [from, to]: Range): boolean {
  return start >= from && end <= to;
}
