/**
 * Purpose: what stands in the loop's place: the pool's map, or a loop over its results.
 * Input: the plan, and the names that the runtime's functions and the task have in the file.
 * Guarantee: one edit that covers the loop; the code around it reads on as before (semicolons, parentheses, labels).
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { ItemsPlan, Range, RewritePlan, SourceUnit, Template } from '../../src/model/index.ts';
import { printCall } from './layout.ts';
import type { Argument, Surroundings } from './layout.ts';
import { goesOn } from './lines.ts';
import { renderRope } from './rope.ts';
import { indentationAt } from './style.ts';
import type { Style } from './style.ts';
import { trimLines } from './task.ts';
import { findNode, isInBlock } from './walk.ts';

export interface ConsumeText {
  readonly unit: SourceUnit;
  readonly plan: RewritePlan;
  /** The task's name in the file. */
  readonly task: string;
  /** The type of the value, where TypeScript must be told: of `filter` with a type predicate, of a list of several kinds of values. */
  readonly kept: string | undefined;
  readonly awaited: boolean;
  /** The name that an export of the runtime has in the file; asking for one imports it. */
  readonly runtime: (name: string) => string;
}

export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** The edit that puts the plan's call where the loop stands. */
export function printConsume(consume: ConsumeText, style: Style): Edit {
  switch (consume.plan.consume.as) {
    case 'expression':
      return printExpression(consume, style);
    case 'declaration':
      return printDeclaration(consume, style);
    case 'loop':
      return printLoop(consume, style);
  }
}

function printExpression(consume: ConsumeText, style: Style): Edit {
  const { unit, plan } = consume;
  if (plan.consume.as !== 'expression') throw new TypeError(plan.consume.as);
  const range = plan.settles ?? plan.replace;
  const awaited = consume.awaited && !plan.settles;
  const indent = indentationAt(unit.text, range[0]);
  const suffix = renderRope(plan.consume.suffix, unit, style, indent);
  const await_ = awaited ? 'await ' : '';
  const assertion = consume.kept === undefined ? '' : ` as ${consume.kept}`;
  const around = {
    indent,
    before: columnOf(unit, range[0]) + await_.length,
    after: lengthToLineEnd(unit, range[1]) + suffix.length + assertion.length,
  };
  const call = await_ + printPoolCall(consume, plan.consume.method, around, style);
  if (assertion !== '') {
    const value = awaited && suffix !== '' ? `(${call})${suffix}` : call + suffix;
    return { range, text: takesAssertion(unit, range) ? value + assertion : `(${value}${assertion})` };
  }
  if (!awaited) return { range, text: call + suffix };
  const text = suffix === '' ? call : `(${call})${suffix}`;
  const needsParens = suffix === '' && bindsTighter(unit, range);
  const lead = text.startsWith('(') && startsUnterminated(unit, range, style) ? ';' : '';
  return {
    range,
    text: needsParens ? `${startsUnterminated(unit, range, style) ? ';' : ''}(${text})` : lead + text,
  };
}

function printDeclaration(consume: ConsumeText, style: Style): Edit {
  const { unit, plan } = consume;
  if (plan.consume.as !== 'declaration') throw new TypeError(plan.consume.as);
  const range = statementRange(unit, plan.replace);
  const indent = indentationAt(unit.text, range[0]);
  const type = consume.kept === undefined ? '' : `: ${consume.kept}`;
  const declared = renderRope(plan.consume.head, unit, style, indent).replace(/(?=\s*=\s*$)/, type);
  const head = declared + (consume.awaited ? 'await ' : '');
  const around = { indent, before: columnOf(unit, range[0]) + head.length, after: 1 };
  const call = printPoolCall(consume, plan.consume.method, around, style);
  return {
    range,
    text: withDeclared(head + call + terminator(unit, range[1], style), consume, indent, style),
  };
}

function printLoop(consume: ConsumeText, style: Style): Edit {
  const { unit, plan, awaited } = consume;
  const { consume: loop, declares } = plan;
  if (loop.as !== 'loop') throw new TypeError(loop.as);
  const own = fromSemicolon(unit, statementRange(unit, plan.replace));
  const labelled = labelledRange(unit, own, loop.label);
  const whole = declares && labelled ? labelled : own;
  const [lead, trail] = declares?.isScoped ? gapsOfBranch(unit, whole) : ['', ''];
  const range: Range = [whole[0] - lead.length, whole[1] + trail.length];
  const outer = indentationAt(unit.text, range[0]);
  const indent = declares?.isScoped ? outer + style.indent : outer;
  const inner = indent + style.indent;
  const label = loop.label === undefined || (labelled && !declares) ? '' : `${loop.label}: `;
  const binding = renderRope(loop.binding, unit, style, indent);
  const head = `${label}for ${awaited ? 'await ' : ''}(const ${binding} of `;
  const before = columnOf(unit, range[0]) + indent.length - outer.length + head.length;
  const call = printPoolCall(consume, 'imap', { indent, before, after: 3 }, style);
  const template = withRuntimeNames(loop.body, consume);
  const body = trimLines(renderRope(template, unit, style, inner));
  const text = `${head}${call}) {${style.eol}${inner}${body}${style.eol}${indent}}`;
  const statement = withDeclared(text, consume, outer, style);
  return { range, text: (lead && ' ') + statement + (trail && ' ') };
}

/** The statement behind the declarations that it needs, both in a block where those have to be among themselves. */
function withDeclared(text: string, { unit, plan }: ConsumeText, outer: string, style: Style): string {
  if (!plan.declares) return text;
  const { text: declarations, isScoped } = plan.declares;
  const indent = isScoped ? outer + style.indent : outer;
  const lines = `${renderRope(declarations, unit, style, indent)}${style.eol}${indent}${text}`;
  return isScoped ? `{${style.eol}${indent}${lines}${style.eol}${outer}}` : lines;
}

/** The white space around a loop that is all of a branch: a block begins on the line of its `if (…)` or `else`, as what follows does. */
function gapsOfBranch(unit: SourceUnit, [start, end]: Range): readonly [string, string] {
  const node = findNode(unit.ast, [start, end]);
  if (!node || isInBlock(node)) return ['', ''];
  const { parent } = node;
  const lead = /\s*$/.exec(unit.text.slice(0, start))?.[0] ?? '';
  const isComment = unit.ast.comments?.some(({ range }) => range[1] === start - lead.length);
  const goesOn = parent?.type === 'IfStatement' && parent.consequent === node && parent.alternate;
  const trail = goesOn ? (/^\s*(?=else\b)/.exec(unit.text.slice(end))?.[0] ?? '') : '';
  return [isComment ? '' : lead, trail];
}

/** The statement with the label that stands in front of it already. */
function labelledRange(unit: SourceUnit, range: Range, label: string | undefined): Range | undefined {
  const { parent } = findNode(unit.ast, range) ?? {};
  return parent?.type === 'LabeledStatement' && parent.label.name === label ? parent.range : undefined;
}

/** `mapSync(task, items, { constants }, { options })` */
function printPoolCall(consume: ConsumeText, method: string, around: Surroundings, style: Style): string {
  const { plan, unit } = consume;
  const isPromise = consume.awaited || plan.settles !== undefined;
  const callee = consume.runtime(isPromise ? method : `${method}Sync`);
  const constants = plan.constants.map(({ name, value }) => {
    const text = renderRope(value, unit, style, around.indent);
    return text === name ? name : `${name}: ${text}`;
  });
  const options = listOptions(plan);
  const args: Argument[] = [consume.task, printItems(plan.items, consume, around.indent, style)];
  if (constants.length > 0) args.push({ members: constants });
  else if (options.length > 0) args.push('undefined');
  if (options.length > 0) args.push({ members: options });
  return printCall(callee, args, around, style);
}

function listOptions({ consume }: RewritePlan): string[] {
  if (consume.as !== 'loop') return [];
  return [...(consume.withItems ? ['withItems: true'] : []), ...(consume.settled ? ['settled: true'] : [])];
}

function printItems(items: ItemsPlan, consume: ConsumeText, indent: string, style: Style): string {
  const rope = (template: Template) =>
    renderRope(withRuntimeNames(template, consume), consume.unit, style, indent);
  switch (items.kind) {
    case 'iterable':
      if (items.inStep === true) return `${consume.runtime('inStep')}(${rope(items.text)})`;
      return items.spread ? `[...${rope(items.text)}]` : rope(items.text);
    case 'range': {
      const bounds = [items.from, items.to, ...(items.step ? [items.step] : [])].map(rope);
      return `${consume.runtime('range')}(${bounds.join(', ')})`;
    }
    case 'enumerate': {
      const inner = items.presentOnly
        ? `${consume.runtime('present')}(${rope(items.text)})`
        : rope(items.text);
      return `${consume.runtime('enumerate')}(${inner})`;
    }
    case 'keys':
      return `${consume.runtime('keysIn')}(${rope(items.text)})`;
    case 'present':
      return `${consume.runtime('present')}(${rope(items.text)})`;
  }
}

/** Calls of the runtime in a plan's literal text, by the names that they have in the file. */
function withRuntimeNames(template: Template, { runtime }: ConsumeText): Template {
  const call = /(?<![\w.$])(settledValue|range|zip|enumerate|present)(?=\()/g;
  return template.map((piece) =>
    typeof piece === 'string' ? piece.replace(call, (name) => runtime(name)) : piece,
  );
}

/** The whole statement where the plan replaces the call that is all of it: `xs.forEach(…);` */
export function statementRange(unit: SourceUnit, range: Range): Range {
  const node = findNode(unit.ast, range, ({ type }) => type !== 'ExpressionStatement');
  const parent = skipChain(node)?.parent;
  return parent?.type === 'ExpressionStatement' ? parent.range : range;
}

/** With the `;` that keeps `[…].forEach(…)` apart from the line before, in a file without semicolons: a loop needs none. */
function fromSemicolon(unit: SourceUnit, [start, end]: Range): Range {
  const line = unit.text.slice(start - columnOf(unit, start), start);
  const at = start - (/^\s*(;[ \t]*)$/.exec(line)?.[1]?.length ?? 0);
  const empty = findNode(unit.ast, [at, at + 1], ({ type }) => type === 'EmptyStatement');
  return empty && !isInBlock(empty) ? [start, end] : [at, end];
}

function skipChain(node: TSESTree.Node | undefined): TSESTree.Node | undefined {
  return node?.parent?.type === 'ChainExpression' ? node.parent : node;
}

/** Whether `… as T` needs no parentheses there. */
function takesAssertion(unit: SourceUnit, range: Range): boolean {
  const node = skipChain(findNode(unit.ast, range));
  const { parent } = node ?? {};
  if (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') return parent.callee !== node;
  return /^(?:VariableDeclarator|ReturnStatement|ArrowFunctionExpression|Property|PropertyDefinition)$/.test(
    parent?.type ?? '',
  );
}

/** Whether an operator beside the expression would take only a part of `await …`. */
function bindsTighter(unit: SourceUnit, range: Range): boolean {
  const node = skipChain(findNode(unit.ast, range));
  const parent = node?.parent;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node;
    case 'TaggedTemplateExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return parent.type !== 'TSAsExpression' && parent.type !== 'TSSatisfiesExpression';
    case 'BinaryExpression':
      return parent.operator === '**' && parent.left === node;
    default:
      return false;
  }
}

/** Whether the text at `range` begins a statement in a file without semicolons. */
function startsUnterminated(unit: SourceUnit, range: Range, style: Style): boolean {
  const before = unit.text.slice(0, range[0]).trimEnd();
  return !style.semicolons && /\n[ \t]*$/.test(unit.text.slice(0, range[0])) && !/[;{}:]$/.test(before);
}

/** A semicolon, where the file writes them or the next line would be taken for a continuation. */
function terminator(unit: SourceUnit, offset: number, style: Style): string {
  if (unit.text[offset - 1] !== ';' && unit.text[offset] === ';') return '';
  return style.semicolons || goesOn(unit.text.slice(offset)) ? ';' : '';
}

function columnOf(unit: SourceUnit, offset: number): number {
  return offset - (unit.text.lastIndexOf('\n', offset - 1) + 1);
}

function lengthToLineEnd(unit: SourceUnit, offset: number): number {
  return /^[^\r\n]*/.exec(unit.text.slice(offset))?.[0].length ?? 0;
}
