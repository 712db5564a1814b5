/**
 * Purpose: a plan's Template as text, indented for where it goes.
 * Input: the template, the file it takes ranges from, the indentation of the line where the text begins.
 * Guarantee: ranges come out byte for byte; only white space at the start of lines changes, and never within a template
 * literal, a string or JSX text.
 */
import type { Range, SourceUnit, Template } from '../../src/model/index.ts';
import { goesOn } from './lines.ts';
import { indentationAt } from './style.ts';
import type { Style } from './style.ts';
import { walk } from './walk.ts';

/** From the indentation of a line of the source to that of the line that it becomes. */
interface Shift {
  readonly from: string;
  readonly to: string;
}

/** A template rendered so that its first line starts in a line indented by `indent`. */
export function renderRope(template: Template, unit: SourceUnit, style: Style, indent: string): string {
  let out = '';
  let shift: Shift | undefined;
  for (const piece of template) {
    if (typeof piece === 'string') {
      out += renderLiteral(piece, style, indent);
      if (piece.includes('\n')) shift = undefined;
      continue;
    }
    // A piece that goes on in the line of the one before it stays in step with that.
    shift ??= { from: indentationAt(unit.text, piece[0]), to: indentationOfLast(out) ?? indent };
    out += reindent(unit, piece, shift);
  }
  return settleSemicolons(out);
}

/** The indentation of the line that the text ends in, when that isn't its first. */
function indentationOfLast(text: string): string | undefined {
  const lineStart = text.lastIndexOf('\n') + 1;
  return lineStart === 0 ? undefined : /^[ \t]*/.exec(text.slice(lineStart))?.[0];
}

/** Stands for a semicolon that a file without semicolons may not need. */
const optionalSemicolon = '\uE000';

function renderLiteral(text: string, style: Style, indent: string): string {
  const fitted = style.semicolons ? text : text.replace(/;(?=\n|$)/g, optionalSemicolon);
  return fitted.replace(/\n( *)/g, (_, spaces: string) => {
    return style.eol + indent + style.indent.repeat(Math.floor(spaces.length / 2));
  });
}

/** Semicolons at the end of lines go, unless the next line could be read as going on. */
function settleSemicolons(text: string): string {
  return text.replace(new RegExp(optionalSemicolon, 'g'), (_, at: number) => {
    const following = text.slice(at + 1);
    const endsLine = /^[ \t]*(?:\/\/.*|\/\*.*\*\/[ \t]*)?\r?(?:\n|$)/.test(following);
    return endsLine && !goesOn(following) ? '' : ';';
  });
}

/** The text of `range`, its later lines moved by `shift`. */
function reindent(unit: SourceUnit, range: Range, shift: Shift): string {
  const text = unit.text.slice(...range);
  if (shift.from === shift.to || !text.includes('\n')) return text;
  const isProtected = protectedOffsets(unit);
  return text.replace(/\n([ \t]*)/g, (match, space: string, at: number) => {
    const lineStart = range[0] + at + 1;
    const isBlank = /^\r?\n/.test(unit.text.slice(lineStart + space.length, lineStart + space.length + 2));
    return isProtected(lineStart) || isBlank ? match : `\n${move(space, shift)}`;
  });
}

/** As far from `to` as `space` is from `from`, deeper or shallower. */
function move(space: string, { from, to }: Shift): string {
  if (space.startsWith(from)) return to + space.slice(from.length);
  const less = from.length - space.length;
  return from.startsWith(space) && less <= to.length ? to.slice(0, to.length - less) : space;
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
