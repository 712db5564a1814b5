/**
 * Purpose: the types of a task's signature: its item, each constant, and the result where the place that takes it says so.
 * Input: the plan and its file; the checker is only asked for what the text doesn't say.
 * Guarantee: a type of the signature that can't be written is a refusal, never `any`.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { infersListTypes } from '../../src/parse/index.ts';
import type { ConstantPlan, ItemsPlan, ListPlan, RewritePlan, SourceUnit } from '../../src/model/index.ts';
import type { ImportRequest } from '../render/imports.ts';
import { Refusal } from '../render/refusal.ts';
import { isAnnotated } from '../render/parameter.ts';
import type { TaskTypes } from '../render/task.ts';
import { annotatedElementType, annotatedType } from './annotations.ts';
import type { PrintedType, TypeChecker } from './checker.ts';
import { isTouchedBefore, propertiesOf, usesOf } from './constant-uses.ts';
import { keptType } from './kept-type.ts';
import { annotationOf, callbackOf, findLoop, plain } from './loop-syntax.ts';
import { resultType } from './result-type.ts';

export interface SignatureTypes {
  readonly types: TaskTypes;
  /** The type of what the call gives in the source file, where that has to be said. */
  readonly kept: string | undefined;
  /** Types of other modules that the signature names and the file has not in scope. */
  readonly imports: readonly ImportRequest[];
}

export interface TypeInput {
  readonly unit: SourceUnit;
  readonly plan: RewritePlan;
  readonly checker: TypeChecker;
  /** Say all that can be said: what a person leaves to inference comes out otherwise in the worker module. */
  readonly isExact: boolean;
  /** `./geometry.ts` as the file would import it. */
  readonly toSpecifier: (path: string) => string;
}

/** Nothing at all for JavaScript. */
export function inferTaskTypes(input: TypeInput): SignatureTypes {
  const { unit, plan } = input;
  if (!unit.isTypeScript) {
    const none = { parameter: undefined, constants: undefined, result: undefined, lists: [] };
    return { types: none, kept: undefined, imports: [] };
  }
  const imports: ImportRequest[] = [];
  const write = (printed: PrintedType | undefined, subject: string): string => {
    if (!printed) throw new Refusal(plan, 'untypable', subject);
    for (const { name, from } of printed.imports) {
      imports.push({ from: input.toSpecifier(from), name, local: name, typeOnly: true });
    }
    return shorten(printed.text);
  };
  const { parameter: pattern } = plan.task;
  const isTyped = pattern === undefined || isAnnotated(unit, pattern);
  const parameter = isTyped ? undefined : write(itemType(plan.items, input), 'item');
  const constants = plan.constants.map((constant) => write(constantType(constant, input), constant.name));
  const stated = resultType(input);
  const result = stated && write(stated, 'result');
  const lists = untypedLists(input).map(({ name, element }) => {
    const type = input.checker.typeOf(element);
    return { name, element: type ? write(type, name) : 'any' };
  });
  const kept = keptType(input);
  return { types: { parameter, constants, result, lists }, kept: kept && shorten(kept), imports };
}

/** The lists of the task to which the compiler gives no type. */
function untypedLists({ unit, plan }: TypeInput): readonly ListPlan[] {
  return infersListTypes(unit.file) ? [] : (plan.task.lists ?? []);
}

/** As a person writes it: without the buffer of typed arrays, and without a semicolon before a closing brace. */
export function shorten(type: string): string {
  return type.replace(/\b(\w+Array|Buffer)<ArrayBuffer(?:Like)?>/g, '$1').replaceAll('; }', ' }');
}

function itemType(items: ItemsPlan, input: TypeInput): PrintedType | undefined {
  if (items.kind === 'range') return plain('number');
  if (items.kind === 'keys') return plain('string');
  const element = elementTypeOf(input);
  if (items.kind !== 'enumerate') return element;
  return element && { ...element, text: `[number, ${element.text}]` };
}

/** From the loop's own variable, else from the array that it indexes. */
function elementTypeOf({ unit, plan, checker }: TypeInput): PrintedType | undefined {
  const { parameterType } = plan.task;
  const [only] = parameterType ?? [];
  const array = parameterType?.length === 1 && typeof only === 'object' ? only : undefined;
  const annotated = array && plain(annotatedElementType(unit, array));
  const isNarrowed = array && isTouchedBefore(unit, plan, array) === true && checker.isNarrowed(array);
  if (annotated && isNarrowed !== true) return annotated;
  const variable = loopVariable(unit, plan);
  if (variable) {
    const own = annotationOf(variable);
    return own ? plain(unit.text.slice(...own.range)) : checker.typeOf(variable.range);
  }
  return array && checker.elementTypeOf(array);
}

/** What holds the element: the declared pattern of a for-of, or the callback's first parameter. */
function loopVariable(unit: SourceUnit, { replace }: RewritePlan): TSESTree.Node | undefined {
  const loop = findLoop(unit, replace);
  if (loop?.type === 'ForOfStatement') {
    return loop.left.type === 'VariableDeclaration' ? loop.left.declarations[0].id : loop.left;
  }
  if (loop?.type !== 'CallExpression') return undefined;
  return isFrom(loop) ? undefined : callbackOf(loop)?.params[0];
}

function isFrom(call: TSESTree.CallExpression): boolean {
  const { callee } = call;
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'from'
  );
}

/**
 * From its annotation or literal; else as the checker sees its first use in the loop, where it may be narrowed.
 * @throws {Refusal} when a property of it is narrowed, which the type of the whole doesn't say
 */
function constantType(constant: ConstantPlan, input: TypeInput): PrintedType | undefined {
  const { unit, plan, checker, isExact } = input;
  const uses = usesOf(unit, plan, constant);
  const use = uses[0]?.range ?? constant.typeOf;
  const isTouched = isTouchedBefore(unit, plan, constant.typeOf) ?? true;
  const narrowed = isTouched
    ? propertiesOf(unit, uses).find((range) => checker.isNarrowed(range))
    : undefined;
  if (narrowed) throw new Refusal(plan, 'untypable', unit.text.slice(...narrowed));
  if (isExact) return checker.exactTypeOf(use);
  const annotated = annotatedType(unit, constant.typeOf);
  const isDeclared = annotated !== undefined && !(isTouched && checker.isNarrowed(use));
  return isDeclared ? plain(annotated) : checker.typeOf(use);
}
