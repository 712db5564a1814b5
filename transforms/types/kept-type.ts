/**
 * Purpose: the type of what stands in the loop's place, where the pool's calls don't know of it: of `filter` and `find` whose callback
 * is a type predicate, and of a list that gets values of other types behind the loop.
 * Input: the plan and its file, and the checker, as predicates may be inferred.
 * Guarantee: a type that stands in the source file as it is; what can't be written is refused.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, RewritePlan, SourceUnit } from '../../src/model/index.ts';
import { Refusal } from '../render/refusal.ts';
import { findNode } from '../render/walk.ts';
import { variableAt } from './annotations.ts';
import type { TypeChecker } from './checker.ts';
import { annotationOf, findLoop } from './loop-syntax.ts';

interface KeptInput {
  readonly unit: SourceUnit;
  readonly plan: RewritePlan;
  readonly checker: TypeChecker;
  readonly isExact: boolean;
}

/** @throws {Refusal} when it can't be written, or when `every` tells of the array itself */
export function keptType(input: KeptInput): string | undefined {
  const { unit, plan, checker, isExact } = input;
  const { consume } = plan;
  if (consume.as === 'declaration') return isExact ? listType(consume.declaration, input) : undefined;
  const isAsked = consume.as === 'expression' && /^(?:filter|find|every)$/.test(consume.method);
  const call = isAsked ? findLoop(unit, plan.replace) : undefined;
  const callback = call?.type === 'CallExpression' ? call.arguments[0] : undefined;
  if (!isAsked || !callback || !checker.isPredicate(callback.range)) return undefined;
  const type = consume.method === 'every' ? undefined : checker.typeOf(plan.replace);
  if (!type || type.imports.length > 0) throw new Refusal(plan, 'untypable', consume.method);
  return type.text;
}

/** What `const out = []` has become where it is used last. */
function listType(declaration: Range, { unit, plan, checker }: KeptInput): string | undefined {
  const statement = findNode(unit.ast, declaration, ({ type }) => type === 'VariableDeclaration');
  const [{ id, init }] = (statement as TSESTree.VariableDeclaration).declarations;
  if (annotationOf(id) || init?.type !== 'ArrayExpression') return undefined;
  const last = variableAt(unit, id.range)?.references.at(-1)?.identifier;
  const type = last && checker.exactTypeOf(last.range);
  if (!type || type.imports.length > 0) throw new Refusal(plan, 'untypable', unit.text.slice(...id.range));
  return type.text;
}
