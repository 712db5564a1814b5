/**
 * Purpose: imports added to a file and taken from it, in its own module syntax and style.
 * Input: a parsed file and the bindings wanted or no longer used.
 * Guarantee: nothing but import lines changes; new ones stand below hashbang, directives and header comment.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type MagicString from 'magic-string';
import type { Range, SourceUnit } from '../../src/model/index.ts';
import { commentsOf, isFileComment, startWithComments } from './comments.ts';
import { importedFrom, listBindings, requiredFrom } from './import-bindings.ts';
import { braced, columns, printMembers, quoted } from './layout.ts';
import { removalOf } from './lines.ts';
import type { ModuleFormat } from './module-format.ts';
import { indentationAt } from './style.ts';
import type { Style } from './style.ts';

/** One binding: `name` is the exported name, `default`, or `*` for the whole module. */
export interface ImportRequest {
  readonly from: string;
  readonly name: string;
  readonly local: string;
  readonly typeOnly: boolean;
  /** ` with { type: 'json' }`, as the file has it. */
  readonly attributes?: string;
}

/** Adds the bindings, to an import of the same module where there is one. */
export function addImports(
  edits: MagicString,
  unit: SourceUnit,
  requests: readonly ImportRequest[],
  syntax: ModuleFormat['syntax'],
  style: Style,
): void {
  const lines: { from: string; text: string }[] = [];
  for (const group of groupRequests(requests)) {
    const list = findList(unit, group, syntax);
    if (list) extendList(edits, unit, list, group, syntax, style);
    else lines.push({ from: group[0].from, text: printImport(group, syntax, style) });
  }
  const bare = lines.filter(({ from }) => !from.startsWith('.')).map(({ text }) => text);
  const own = lines.filter(({ from }) => from.startsWith('.')).map(({ text }) => text);
  if (leadingImports(unit).length === 0) {
    insertAtTop(edits, unit, [...bare, ...own], style);
    return;
  }
  insertBeside(edits, unit, bare, true, style);
  insertBeside(edits, unit, own, false, style);
}

type Group = [ImportRequest, ...ImportRequest[]];

/** By module and kind; default and namespace imports stand alone. */
function groupRequests(requests: readonly ImportRequest[]): Group[] {
  const groups = new Map<string, Group>();
  for (const request of requests) {
    const isNamed = request.name !== 'default' && request.name !== '*';
    const key = [request.from, request.typeOnly, request.attributes, isNamed || request.local].join('\0');
    const group = groups.get(key);
    if (!group) groups.set(key, [request]);
    else if (!group.some(({ local }) => local === request.local)) group.push(request);
  }
  return [...groups.values()];
}

/** The named bindings of an existing import (or require pattern) of the group's module. */
function findList(
  unit: SourceUnit,
  [request]: Group,
  syntax: ModuleFormat['syntax'],
): TSESTree.Node[] | undefined {
  if (request.name === 'default' || request.name === '*') return undefined;
  for (const node of unit.ast.body) {
    if (syntax === 'esm' && node.type === 'ImportDeclaration' && node.source.value === request.from) {
      const named = node.specifiers.filter(({ type }) => type === 'ImportSpecifier');
      if ((node.importKind === 'type') === request.typeOnly && named.length > 0) return named;
    }
    if (syntax === 'commonjs' && requiredFrom(node) === request.from && node.type === 'VariableDeclaration') {
      const pattern = node.declarations[0].id;
      if (pattern.type === 'ObjectPattern' && pattern.properties.length > 0) return pattern.properties;
    }
  }
  return undefined;
}

function extendList(
  edits: MagicString,
  unit: SourceUnit,
  list: readonly TSESTree.Node[],
  group: Group,
  syntax: ModuleFormat['syntax'],
  style: Style,
): void {
  const present = list.map((node) => unit.text.slice(...node.range));
  const added = group
    .map((request) => printBinding(request, syntax))
    .filter((text) => !present.includes(text));
  const [first] = list;
  const last = list.at(-1);
  if (!first || !last || added.length === 0) return;
  if (lineBreakBefore(unit, last)) {
    const separator = `,${style.eol}${indentationAt(unit.text, last.range[0])}`;
    edits.appendLeft(last.range[1], added.map((text) => separator + text).join(''));
    return;
  }
  const more = added.map((text) => `, ${text}`).join('');
  const line = /[^\n]*$/.exec(unit.text.slice(0, last.range[1]))?.[0] ?? '';
  const rest = /^[^\r\n]*/.exec(unit.text.slice(last.range[1]))?.[0] ?? '';
  if (columns(line + more + rest, style) <= style.width) edits.appendLeft(last.range[1], more);
  else openList(edits, unit, [first.range[0], last.range[1]], [...present, ...added], style);
}

/** A list that was on one line, with a binding a line. */
function openList(
  edits: MagicString,
  unit: SourceUnit,
  [start, end]: Range,
  bindings: readonly string[],
  style: Style,
): void {
  const before = /[ \t]*$/.exec(unit.text.slice(0, start))?.[0].length ?? 0;
  const after = /^[ \t]*/.exec(unit.text.slice(end))?.[0].length ?? 0;
  const indent = indentationAt(unit.text, start);
  edits.overwrite(start - before, end + after, printMembers(bindings, indent, style));
}

function lineBreakBefore(unit: SourceUnit, node: TSESTree.Node): boolean {
  return /\n[ \t]*$/.test(unit.text.slice(0, node.range[0]));
}

function printBinding({ name, local }: ImportRequest, syntax: ModuleFormat['syntax']): string {
  if (name === local) return name;
  return syntax === 'esm' ? `${name} as ${local}` : `${name}: ${local}`;
}

/** One import without line break at its end, its list opened where it doesn't fit on the line. */
export function printImport(group: Group, syntax: ModuleFormat['syntax'], style: Style): string {
  const bindings = group.map((request) => printBinding(request, syntax));
  const line = printImportOf(group, braced(bindings, style), syntax, style);
  if (columns(line, style) <= style.width) return line;
  return printImportOf(group, `{${printMembers(bindings, '', style)}}`, syntax, style);
}

function printImportOf(
  [{ from, name, local, typeOnly, attributes = '' }]: Group,
  list: string,
  syntax: ModuleFormat['syntax'],
  style: Style,
): string {
  const end = style.semicolons ? ';' : '';
  if (syntax === 'commonjs') {
    const target = name === 'default' || name === '*' ? local : list;
    return `const ${target} = require(${quoted(from, style)})${end}`;
  }
  const binding = name === 'default' ? local : name === '*' ? `* as ${local}` : list;
  return `import ${typeOnly ? 'type ' : ''}${binding} from ${quoted(from, style)}${attributes}${end}`;
}

/** Packages after the last package (else before the first import), own files after the last import. */
function insertBeside(
  edits: MagicString,
  unit: SourceUnit,
  lines: readonly string[],
  areBare: boolean,
  style: Style,
): void {
  if (lines.length === 0) return;
  const text = lines.join(style.eol);
  const imports = leadingImports(unit);
  const bare = imports.filter((node) => !importedFrom(node).startsWith('.'));
  const after = areBare ? bare.at(-1) : imports.at(-1);
  const [first] = imports;
  if (after) edits.appendRight(endOfLine(unit, after.range[1]), style.eol + text);
  else if (first) edits.prependRight(startWithComments(unit, first), text + style.eol);
}

/** Below hashbang, directives and header comment, above the first statement. */
function insertAtTop(edits: MagicString, unit: SourceUnit, lines: readonly string[], style: Style): void {
  if (lines.length === 0) return;
  const text = lines.join(style.eol);
  const isDirective = (node: TSESTree.Node) => 'directive' in node && node.directive !== undefined;
  const last = unit.ast.body.filter(isDirective).at(-1);
  const first = unit.ast.body.find((node) => !isDirective(node));
  if (last) {
    const end = endOfLine(unit, last.range[1]);
    const isSpaced = /^(?:\r?\n[ \t]*(?:\r?\n|$)|\s*$)/.test(unit.text.slice(end));
    edits.appendLeft(end, style.eol + style.eol + text + (isSpaced ? '' : style.eol));
  } else if (first) edits.appendLeft(startBelowHeader(unit, first), text + style.eol + style.eol);
  else edits.append(text + style.eol);
}

function startBelowHeader(unit: SourceUnit, first: TSESTree.Node): number {
  const header = commentsOf(unit)
    .filter((comment) => isFileComment(unit, comment))
    .at(-1);
  return startWithComments(unit, first, header?.range[1] ?? 0);
}

/** The imports of the file, or the requires among the declarations that open it. */
function leadingImports(unit: SourceUnit): TSESTree.Node[] {
  const imports = unit.ast.body.filter((node) => node.type === 'ImportDeclaration');
  if (imports.length > 0) return imports;
  const isDirective = (node: TSESTree.Node) => 'directive' in node && node.directive !== undefined;
  const end = unit.ast.body.findIndex((node) => node.type !== 'VariableDeclaration' && !isDirective(node));
  const opening = end < 0 ? unit.ast.body : unit.ast.body.slice(0, end);
  return opening.filter((node) => requiredFrom(node) !== undefined);
}

/** The end of the line of `offset`, when only white space or a comment follows on it. */
function endOfLine(unit: SourceUnit, offset: number): number {
  const rest = /^[^\r\n]*/.exec(unit.text.slice(offset))?.[0] ?? '';
  return /^\s*(?:\/\/.*|\/\*.*\*\/\s*)?$/.test(rest) ? offset + rest.length : offset;
}

/** Takes out the bindings of these names; an import that is left with none goes with its line, but for the comments inside. */
export function removeImports(
  edits: MagicString,
  unit: SourceUnit,
  names: ReadonlySet<string>,
  style: Style,
): void {
  const isGone = (node: TSESTree.Node) => {
    const bindings = listBindings(node);
    return bindings.length > 0 && bindings.every(({ local }) => names.has(local));
  };
  const imports = leadingImports(unit);
  const isLast = (node: TSESTree.Node) => node === imports.at(-1) && imports.every(isGone);
  for (const node of unit.ast.body) {
    if (isGone(node)) {
      const [start, end] = lineOf(unit, node, isLast(node));
      const inside = commentsOf(unit).filter(({ range: [at] }) => node.range[0] < at && at < node.range[1]);
      const kept = inside.map(({ range }) => unit.text.slice(...range) + style.eol).join('');
      if (kept === '') edits.remove(start, end);
      else edits.update(start, end, kept);
    } else {
      const gone = listBindings(node).filter(({ local }) => names.has(local));
      for (const { at } of gone) removeFromList(edits, unit, at);
    }
  }
}

/** The line of an import, with the blank line below it when no import stays above that. */
function lineOf(unit: SourceUnit, node: TSESTree.Node, isLast: boolean): Range {
  const [start, end] = removalOf(unit, node.range);
  const blank = isLast ? (/^[ \t]*\r?\n/.exec(unit.text.slice(end))?.[0].length ?? 0) : 0;
  return [start, end + blank];
}

/** An element with the comma that follows it, or the one before the last. */
function removeFromList(edits: MagicString, unit: SourceUnit, { range: [start, end] }: TSESTree.Node): void {
  const following = /^\s*,[ \t]*(?:\r?\n[ \t]*)?/.exec(unit.text.slice(end));
  const preceding = /,\s*$/.exec(unit.text.slice(0, start));
  if (following) edits.remove(start, end + following[0].length);
  else edits.remove(start - (preceding?.[0].length ?? 0), end);
}
