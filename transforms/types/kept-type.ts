/**
 * Purpose: the type of what `filter` and `find` give, where their callback is a type predicate: the pool's calls don't know of it.
 * Input: the plan and its file, and the checker, as predicates may be inferred.
 * Guarantee: a type that stands in the source file as it is; what can't be written is refused.
 */
import type { RewritePlan, SourceUnit } from '../../src/model/index.ts';
import { Refusal } from '../render/refusal.ts';
import type { TypeChecker } from './checker.ts';
import { findLoop } from './loop-syntax.ts';

interface KeptInput {
  readonly unit: SourceUnit;
  readonly plan: RewritePlan;
  readonly checker: TypeChecker;
}

/** @throws {Refusal} when it can't be written, or when `every` tells of the array itself */
export function keptType({ unit, plan, checker }: KeptInput): string | undefined {
  const { consume } = plan;
  const isAsked = consume.as === 'expression' && /^(?:filter|find|every)$/.test(consume.method);
  const call = isAsked ? findLoop(unit, plan.replace) : undefined;
  const callback = call?.type === 'CallExpression' ? call.arguments[0] : undefined;
  if (!isAsked || !callback || !checker.isPredicate(callback.range)) return undefined;
  const type = consume.method === 'every' ? undefined : checker.typeOf(plan.replace);
  if (!type || type.imports.length > 0) throw new Refusal(plan, 'untypable', consume.method);
  return type.text;
}
