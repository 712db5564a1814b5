/**
 * Purpose: the iteration's own copy of an element: how it is made, what stands for the element meanwhile, and how it is stored.
 * Input: an own element and its uses.
 * Guarantee: the copy is stored exactly where the body would have stored anything.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Template } from '../../../model/index.ts';
import { contains, unwrap } from '../../../facts/ast.ts';
import { isIndexVariable } from '../../../facts/index-keys.ts';
import { jumpsOutOf } from '../../slice/jumps.ts';
import type { LoopView } from '../../slice/loop-view.ts';
import type { NameGiver } from '../name.ts';
import { singular } from '../name.ts';
import type { Edit } from '../rope.ts';
import type { OwnElement } from './elements.ts';

export interface OwnCopy {
  readonly element: OwnElement;
  readonly name: string;
  /** The statement that makes the copy; none where the body's first store does. */
  readonly before: Template | undefined;
  /** The copy in place of the element, in the task. */
  readonly edits: readonly Edit[];
  /** The statement of the remainder that stores it. */
  readonly after: Template;
}

/** Undefined where no copy would be as good. */
export function copyOf(element: OwnElement, view: LoopView, names: NameGiver): OwnCopy | undefined {
  if (element.kind === 'row') return copyOfRow(element, view, names);
  const sure = element.uses.find((use) => isSurelyStored(use, view));
  if (!sure || element.kind === 'bytes') return copyOfMaybe(element, view, names);
  const [first] = element.uses;
  const isFirst = first === sure && isPlainStore(sure) && !element.uses.some((use) => isInValueOf(use, sure));
  return isFirst ? copyMadeByStore(element, sure, view, names) : copyOfSlot(element, view, names);
}

/** The elements of a row are stored one by one, as others may hold the row itself. */
function copyOfRow(element: OwnElement, view: LoopView, names: NameGiver): OwnCopy {
  const name = names.give('row');
  const [value, at] = [names.give('value'), names.give('at')];
  const text = textOf(element, view);
  // The method of what is `any` gives its callback's parameters no types.
  const parameters = isUntyped(element.variable, view) ? `${value}: any, ${at}: number` : `${value}, ${at}`;
  return {
    element,
    name,
    before: [`const ${name} = ${text}?.slice();`],
    edits: element.uses.map(({ range }) => ({ range, text: [name] })),
    after: [`${name}?.forEach((${parameters}) => {\n  ${text}[${at}] = ${value};\n});`],
  };
}

/** `let rows: any`, `let rows: any[]`, `let rows: Array<any>` */
function isUntyped({ defs }: Variable, view: LoopView): boolean {
  const [declared] = defs.map(({ name }) => name as TSESTree.Node);
  const annotation = declared?.type === 'Identifier' ? declared.typeAnnotation?.typeAnnotation : undefined;
  return annotation !== undefined && /^(?:any(?:\[\])?|Array<any>)$/.test(view.text(annotation.range));
}

/** The body stores a value before it looks at the element. */
function copyMadeByStore(
  element: OwnElement,
  store: TSESTree.Node,
  view: LoopView,
  names: NameGiver,
): OwnCopy {
  const name = names.give(wishFor(element));
  const keyword = element.uses.some((use) => use !== store && isStored(use)) ? 'let' : 'const';
  return {
    element,
    name,
    before: undefined,
    edits: element.uses.map((use) => ({
      range: use.range,
      text: [use === store ? `${keyword} ${name}` : name],
    })),
    after: [`${textOf(element, view)} = ${name};`],
  };
}

function copyOfSlot(element: OwnElement, view: LoopView, names: NameGiver): OwnCopy {
  const name = names.give(wishFor(element));
  const text = textOf(element, view);
  return {
    element,
    name,
    before: [`let ${name} = ${text};`],
    edits: element.uses.map(({ range }) => ({ range, text: [name] })),
    after: [`${text} = ${name};`],
  };
}

/**
 * Some iterations may store nothing: an array of one element, or of none where there is none, tells. One of the same kind also makes of
 * what is stored what the whole array would.
 */
function copyOfMaybe(element: OwnElement, view: LoopView, names: NameGiver): OwnCopy | undefined {
  const counter = view.names.declaredIn(view.analysis.site.node.range).find((one) => view.isItem(one));
  // Elsewhere `slice` counts from the end.
  if (!counter || !isIndexVariable(view.unit, counter)) return undefined;
  const name = names.give(`${singular(element.variable.name)}Slot`);
  const [array, index] = partsOf(element, view);
  const mark = view.unit.isTypeScript ? '!' : '';
  return {
    element,
    name,
    before: [`const ${name} = ${array}.slice(${index}, ${index} + 1);`],
    edits: element.uses.map(({ range }) => ({ range, text: [`${name}[0]`] })),
    after: [`if (0 in ${name}) ${textOf(element, view)} = ${name}[0]${mark};`],
  };
}

function wishFor({ variable: { name } }: OwnElement): string {
  const one = singular(name);
  return one === name ? `${name}Value` : one;
}

/** `total[i]` */
function textOf(element: OwnElement, view: LoopView): string {
  const [array, index] = partsOf(element, view);
  return `${array}[${index}]`;
}

function partsOf({ variable }: OwnElement, view: LoopView): readonly [string, string] {
  return [variable.name, view.analysis.facts.loop.items[0]?.name ?? ''];
}

/** `total[i] = …;` or `total[i] += …;` as a statement of the body itself, which every iteration comes to. */
function isSurelyStored(use: TSESTree.Node, view: LoopView): boolean {
  const { parent } = use;
  const isStore =
    (parent?.type === 'AssignmentExpression' &&
      parent.left === use &&
      !/^(?:&&|\|\||\?\?)=$/.test(parent.operator)) ||
    parent?.type === 'UpdateExpression';
  const statement = parent?.parent;
  if (!isStore || statement?.type !== 'ExpressionStatement') return false;
  const at = view.statements.findIndex((one) => one === statement);
  return at >= 0 && view.statements.slice(0, at).every((earlier) => jumpsOutOf(earlier).length === 0);
}

function isPlainStore({ parent }: TSESTree.Node): boolean {
  return parent?.type === 'AssignmentExpression' && parent.operator === '=';
}

function isInValueOf(use: TSESTree.Node, { parent }: TSESTree.Node): boolean {
  return parent?.type === 'AssignmentExpression' && contains(parent.right.range, use.range);
}

/** As a target, also of a pattern or in the head of a loop, and behind a type: `total[i]! += …`, `[total[i], x] = …`. */
function isStored(use: TSESTree.Node): boolean {
  const { parent } = use;
  if (!parent) return false;
  if (unwrap(parent) === unwrap(use)) return isStored(parent);
  if ('left' in parent && parent.left === use) return !/^(?:Binary|Logical)/.test(parent.type);
  return /^UpdateExpression$|Pattern$|^Property$|^RestElement$/.test(parent.type);
}
