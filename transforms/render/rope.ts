/**
 * Purpose: a plan's Template as text, indented for where it goes.
 * Input: the template, the file it takes ranges from, the indentation of the line where the text begins.
 * Guarantee: ranges come out byte for byte; only white space at the start of lines changes, and never within a template
 * literal, a string or JSX text.
 */
import type { Range, SourceUnit, Template } from '../../src/model/index.ts';
import { indentationAt } from './style.ts';
import type { Style } from './style.ts';
import { walk } from './walk.ts';

/** A template rendered so that its first line starts in a line indented by `indent`. */
export function renderRope(template: Template, unit: SourceUnit, style: Style, indent: string): string {
  let out = '';
  template.forEach((piece, index) => {
    if (typeof piece === 'string') {
      out += renderLiteral(piece, index === template.length - 1, style, indent);
    } else {
      const lineStart = out.lastIndexOf('\n') + 1;
      const current = lineStart === 0 ? indent : (/^[ \t]*/.exec(out.slice(lineStart))?.[0] ?? '');
      out += reindent(unit, piece, current);
    }
  });
  return out;
}

function renderLiteral(text: string, isLast: boolean, style: Style, indent: string): string {
  const fitted = style.semicolons ? text : dropSemicolons(text, isLast);
  return fitted.replace(/\n( *)/g, (_, spaces: string) => {
    return style.eol + indent + style.indent.repeat(Math.floor(spaces.length / 2));
  });
}

/** In a file without semicolons, those that end a line go, unless the next line could be read as going on. */
function dropSemicolons(text: string, isLast: boolean): string {
  const inner = text.replace(/;(?=\n *[^\s([`+\-*/,.])/g, '');
  return isLast ? inner.replace(/;$/, '') : inner;
}

/** The text of `range`, its later lines moved from the indentation of the line where it begins to `indent`. */
export function reindent(unit: SourceUnit, range: Range, indent: string): string {
  const base = indentationAt(unit.text, range[0]);
  const text = unit.text.slice(...range);
  if (base === indent || !text.includes('\n')) return text;
  const isProtected = protectedOffsets(unit);
  return text.replace(/\n([ \t]*)/g, (match, space: string, at: number) => {
    const lineStart = range[0] + at + 1;
    if (isProtected(lineStart) || !space.startsWith(base)) return match;
    const isBlank = /^\r?\n/.test(unit.text.slice(lineStart + space.length, lineStart + space.length + 2));
    return isBlank ? match : `\n${indent}${space.slice(base.length)}`;
  });
}

const protectedRanges = new WeakMap<SourceUnit, readonly Range[]>();

/** Whether an offset lies inside text whose white space is part of the program. */
function protectedOffsets(unit: SourceUnit): (offset: number) => boolean {
  const known = protectedRanges.get(unit) ?? findProtected(unit);
  protectedRanges.set(unit, known);
  return (offset) => known.some(([start, end]) => start < offset && offset <= end);
}

function findProtected(unit: SourceUnit): Range[] {
  const ranges: Range[] = [];
  walk(unit.ast, (node) => {
    const isText =
      node.type === 'TemplateElement' ||
      node.type === 'JSXText' ||
      (node.type === 'Literal' && typeof node.value === 'string');
    if (isText) ranges.push(node.range);
  });
  return ranges;
}
