/**
 * Purpose: the type of a task's result, where it wouldn't be inferred in the worker as it was in the loop.
 * Input: the plan and its file; the checker is only asked for what the text doesn't say.
 * Guarantee: a result whose type depends on the place that takes it has that type, or is refused.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, RewritePlan, SourceUnit } from '../../src/model/index.ts';
import { dependsOnContext } from '../../src/verdict/slice/context.ts';
import { namesOf } from '../../src/verdict/slice/names.ts';
import { Refusal } from '../render/refusal.ts';
import { findNode } from '../render/walk.ts';
import { elementType } from './annotations.ts';
import type { PrintedType, TypeChecker } from './checker.ts';
import { annotationOf, callbackOf, findLoop, plain } from './loop-syntax.ts';
import type { Callback } from './loop-syntax.ts';

interface ResultInput {
  readonly unit: SourceUnit;
  readonly plan: RewritePlan;
  readonly checker: TypeChecker;
  readonly isExact: boolean;
}

/**
 * What the callback, or the place that takes the results, says of them; undefined where it can be inferred.
 * @throws {Refusal} when it can't be inferred nor written
 */
export function resultType(input: ResultInput): PrintedType | undefined {
  const { plan, unit } = input;
  if (plan.consume.as === 'loop') return input.isExact ? returnedType(input) : undefined;
  if (!/^(?:map|flatMap)$/.test(plan.consume.method)) return undefined;
  if (plan.consume.as === 'declaration') return storedType(plan.consume, input);
  const loop = findLoop(unit, plan.replace);
  const callback = loop?.type === 'CallExpression' ? callbackOf(loop) : undefined;
  if (!loop || !callback) return undefined;
  const expected = plan.consume.method === 'map' ? expectedAnnotation(loop) : undefined;
  const said = ownResult(callback, unit) ?? (expected && elementType(unit, expected));
  return said === undefined ? contextualType(loop, callback, input) : plain(said);
}

/** What is pushed, by the declaration of the list. */
function storedType(
  { declaration: range, method }: Extract<RewritePlan['consume'], { as: 'declaration' }>,
  { unit, plan, checker }: ResultInput,
): PrintedType | undefined {
  // Of a task that makes a list of its own, the list has the type.
  if (method === 'flatMap') return undefined;
  const declaration = findNode(unit.ast, range, ({ type }) => type === 'VariableDeclaration');
  if (declaration?.type !== 'VariableDeclaration') return undefined;
  const [{ id, init }] = declaration.declarations;
  const type = annotationOf(id) ?? (init?.type === 'TSAsExpression' ? init.typeAnnotation : undefined);
  if (!type) return undefined;
  const name: Range = id.type === 'Identifier' ? [id.range[0], id.range[0] + id.name.length] : id.range;
  const printed = plain(elementType(unit, type)) ?? checker.elementTypeOf(name);
  if (!printed) throw new Refusal(plan, 'untypable', 'result');
  return printed;
}

/** The type of the one expression that the task returns, where it stands, or nothing where the iteration ends before it. */
function returnedType({ plan: { task }, checker }: ResultInput): PrintedType | undefined {
  const at = task.isExpression ? 0 : task.body.indexOf('return ') + 1;
  const isOnly = task.isExpression ? task.body.length === 1 : at > 0;
  const returned = task.body[at];
  const type = isOnly && typeof returned === 'object' ? checker.exactTypeOf(returned) : undefined;
  return type && task.body.includes('return undefined;')
    ? { ...type, text: `${type.text} | undefined` }
    : type;
}

function contextualType(
  loop: TSESTree.Node,
  callback: Callback,
  { unit, plan, checker, isExact }: ResultInput,
): PrintedType | undefined {
  const isDependent = isExact || dependsOnContext(callback, namesOf(unit));
  if (!isDependent || !checker.hasContext(loop.range)) return undefined;
  const type = checker.resultOf(callback.range);
  if (!type) throw new Refusal(plan, 'untypable', 'result');
  return type;
}

/** The annotation of the variable that an expression initialises, or of the function that returns it. */
function expectedAnnotation({ parent }: TSESTree.Node): TSESTree.TypeNode | undefined {
  if (parent?.type === 'VariableDeclarator') return annotationOf(parent.id);
  if (parent?.type !== 'ReturnStatement') return undefined;
  let owner: TSESTree.Node = parent;
  while (owner.type !== 'Program' && !('returnType' in owner)) owner = owner.parent;
  return 'returnType' in owner ? owner.returnType?.typeAnnotation : undefined;
}

/** A callback's own return type. */
function ownResult({ returnType, async }: Callback, unit: SourceUnit): string | undefined {
  const type = returnType?.typeAnnotation;
  const value = async ? promisedType(type) : type;
  return value && unit.text.slice(...value.range);
}

/** `T` of `Promise<T>` */
function promisedType(type: TSESTree.TypeNode | undefined): TSESTree.TypeNode | undefined {
  return type?.type === 'TSTypeReference' ? type.typeArguments?.params[0] : undefined;
}
