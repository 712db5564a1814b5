/**
 * Purpose: the text of one task: `export const name = task(import.meta.url, 'name', (item, { constants }) => …);`
 * Input: the plan, the task's name and types.
 * Guarantee: the body is the plan's, byte for byte but for indentation.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { RewritePlan, SourceUnit, Template } from '../../src/model/index.ts';
import { braced, columns, printArguments, printMembers, quoted } from './layout.ts';
import type { ModuleFormat } from './module-format.ts';
import { toParameter } from './parameter.ts';
import { renderRope } from './rope.ts';
import type { Style } from './style.ts';
import { findNode } from './walk.ts';

/** Types of a task's signature, as text; all undefined in JavaScript. */
export interface TaskTypes {
  readonly parameter: string | undefined;
  /** One for each constant, in the plan's order. */
  readonly constants: readonly string[] | undefined;
  readonly result: string | undefined;
  /** Types of the elements of the task's lists, where they have to be said. */
  readonly lists: readonly { readonly name: string; readonly element: string }[];
}

export interface TaskText {
  readonly unit: SourceUnit;
  readonly plan: RewritePlan;
  readonly name: string;
  readonly types: TaskTypes;
  /** What the worker module calls the runtime's `task`. */
  readonly taskFunction: string;
}

/** The declaration of a task, from the start of a line, without line break at the end. */
export function printTask(task: TaskText, format: ModuleFormat, style: Style): string {
  const { plan, name } = task;
  const declaration = format.syntax === 'esm' ? `export const ${name} =` : `exports.${name} =`;
  const head = `${declaration} ${task.taskFunction}(`;
  const leading = [format.self, quoted(name, style)];
  const end = style.semicolons ? ');' : ')';
  const classes = printClasses(plan, style);
  const line = `${head}${[...leading, `${printParameters(task, style)} =>`].join(', ')}`;
  const fits = (text: string) => columns(text, style) <= style.width;
  if (classes === undefined && fits(line + (plan.task.isExpression ? '' : ' {'))) {
    const body = printHuggedBody(task, line, style);
    if (body !== undefined) return line + body + end;
  }
  const fn = printFunction(task, style.indent, style);
  const lines = [...leading, fn, ...(classes === undefined ? [] : [classes])];
  return `${head}${printArguments(lines, '', style)}${end}`;
}

/**
 * The body behind `line`, which ends in `=>`. Of expressions that don't fit there, a call or condition goes below, one level in, and an
 * object is opened; for others all arguments are opened (undefined).
 */
function printHuggedBody(task: TaskText, line: string, style: Style): string | undefined {
  const body = printBody(task, '', style);
  const isShort = columns(line + body, style) + 2 <= style.width;
  if (!task.plan.task.isExpression || isShort || body.includes('\n')) return body;
  const members = listMembers(task, style);
  if (members && columns(`${line} ({`, style) <= style.width)
    return ` ({${printMembers(members, '', style)}})`;
  const isOpenable = /^(?:Call|Conditional)Expression$/.test(bodyType(task) ?? '');
  return isOpenable ? printArguments([bareCondition(task, body.trimStart())], '', style) : undefined;
}

/** The members of the object that the body is, when it has any, and nothing but them. */
function listMembers(task: TaskText, style: Style): string[] | undefined {
  const node = bodyNode(task);
  if (node?.type !== 'ObjectExpression' || node.properties.length === 0) return undefined;
  const members = node.properties.map(({ range }) => renderRope([range], task.unit, style, style.indent));
  return task.unit.text.slice(...node.range) === braced(members, style) ? members : undefined;
}

/** The expression that the body is, when it is one piece of the source. */
function bodyNode({ unit, plan }: Pick<TaskText, 'unit' | 'plan'>): TSESTree.Node | undefined {
  const [only] = plan.task.body;
  return plan.task.body.length === 1 && typeof only === 'object' ? findNode(unit.ast, only) : undefined;
}

function bodyType(task: Pick<TaskText, 'unit' | 'plan'>): string | undefined {
  return bodyNode(task)?.type;
}

/** `(item, { constants }) => …` in a line indented by `indent`, the parameters opened where they are too long. */
function printFunction(task: TaskText, indent: string, style: Style): string {
  const { isExpression } = task.plan.task;
  const flat = printParameters(task, style);
  const isShort = columns(`${indent}${flat} =>${isExpression ? '' : ' {'}`, style) <= style.width;
  const line = `${isShort ? flat : printOpenParameters(task, indent, style)} =>`;
  const body = printBody(task, indent, style);
  const lastLine = indent + line.slice(line.lastIndexOf('\n') + 1) + body;
  if (!isExpression || body.includes('\n') || columns(lastLine, style) < style.width) return line + body;
  const below = indent + style.indent;
  return line + style.eol + below + bareCondition(task, printBody(task, below, style).trimStart());
}

/** A condition needs no parentheses on a line of its own. */
function bareCondition(task: TaskText, text: string): string {
  return bodyType(task) === 'ConditionalExpression' ? text.slice(1, -1) : text;
}

function printClasses({ task }: RewritePlan, style: Style): string | undefined {
  if (task.classes.length === 0) return undefined;
  const names = task.classes.map(({ name }) => name);
  const record = braced(names, style);
  return braced([`classes: ${task.hasLateClasses === true ? `() => (${record})` : record}`], style);
}

/** ` expression` or ` {…}`, where the line that it goes on is indented by `indent`. */
function printBody({ unit, plan, types }: TaskText, indent: string, style: Style): string {
  const { task } = plan;
  if (task.isExpression) {
    const text = renderRope(task.body, unit, style, indent);
    const isLoose = text.startsWith('{') || bodyType({ unit, plan }) === 'ConditionalExpression';
    return isLoose ? ` (${text})` : ` ${text}`;
  }
  const inner = indent + style.indent;
  const template = withListTypes(task.body, types);
  const text = trimLines(renderRope(template, unit, style, inner));
  return `${opened(text, inner, style)}${style.eol}${indent}}`;
}

/** `const values: number[] = [];` */
function withListTypes(template: Template, { lists }: TaskTypes): Template {
  const typed = (text: string): string =>
    lists.reduce((out, { name, element }) => {
      const type = /^[\w.]+$/.test(element) ? `${element}[]` : `(${element})[]`;
      return out.replace(`const ${name} = [];`, () => `const ${name}: ${type} = [];`);
    }, text);
  return template.map((piece) => (typeof piece === 'string' ? typed(piece) : piece));
}

function opened(text: string, indent: string, style: Style): string {
  return ` {${style.eol}${indent}${text}`;
}

/** Without blank lines at either end. */
export function trimLines(text: string): string {
  return text.replace(/^(?:[ \t]*\r?\n)+[ \t]*/, '').trimEnd();
}

/** `(y: number, { width }: { width: number }): string` on one line. */
function printParameters(task: TaskText, style: Style): string {
  const parameters = listParameters(task, style);
  const [only] = parameters;
  const isBare = parameters.length === 1 && /^[\w$]+$/.test(only ?? '') && task.types.result === undefined;
  if (isBare && !style.arrowParens) return only ?? '';
  return `(${parameters.join(', ')})${printResult(task)}`;
}

function printOpenParameters(task: TaskText, indent: string, style: Style): string {
  const inner = indent + style.indent;
  const fits = (text: string) => columns(`${inner}${text},`, style) <= style.width;
  const lines = listParameters(task, style).map((text, index) => {
    return index === 0 || fits(text) ? text : printOpenConstants(task, inner, style);
  });
  if (lines.length === 0) return `()${printResult(task)}`;
  return `(${printArguments(lines, indent, style)})${printResult(task)}`;
}

/** The pattern of the constants with a name a line, and their types likewise where those are still too long. */
function printOpenConstants({ plan, types }: TaskText, indent: string, style: Style): string {
  const names = plan.constants.map(({ name }) => name);
  const pattern = `{${printMembers(names, indent, style)}}`;
  if (!types.constants) return pattern;
  const members = names.map((name, index) => `${name}: ${types.constants?.[index] ?? 'unknown'}`);
  const flat = `{ ${members.join('; ')} }`;
  if (columns(`${indent}}: ${flat},`, style) <= style.width) return `${pattern}: ${flat}`;
  const inner = style.eol + indent + style.indent;
  return `${pattern}: {${members.map((member) => `${inner}${member};`).join('')}${style.eol}${indent}}`;
}

function printResult({ types }: TaskText): string {
  return types.result === undefined ? '' : `: ${types.result}`;
}

function listParameters({ unit, plan, types }: TaskText, style: Style): string[] {
  const { parameter } = plan.task;
  const hasConstants = plan.constants.length > 0;
  if (!parameter && !hasConstants) return [];
  const item = parameter ? renderRope(toParameter(unit, parameter), unit, style, '') : unusedName(plan);
  const itemType = parameter ? types.parameter : types.constants && 'unknown';
  const first = itemType === undefined ? item : annotate(item, itemType);
  if (!hasConstants) return [first];
  const pattern = braced(
    plan.constants.map(({ name }) => name),
    style,
  );
  if (!types.constants) return [first, pattern];
  const members = plan.constants.map(
    ({ name }, index) => `${name}: ${types.constants?.[index] ?? 'unknown'}`,
  );
  return [first, `${pattern}: { ${members.join('; ')} }`];
}

/** The annotation goes before a default value. */
function annotate(pattern: string, type: string): string {
  const withDefault = /^([\w$]+)(\s*=\s[^]*)$/.exec(pattern);
  return withDefault ? `${withDefault[1] ?? ''}: ${type}${withDefault[2] ?? ''}` : `${pattern}: ${type}`;
}

function unusedName(plan: RewritePlan): string {
  return plan.constants.some(({ name }) => name === '_') ? '_item' : '_';
}
