/** Calls and object literals, on one line or broken over several as Prettier would. */
import type { Style } from './style.ts';

/** `{ width, zoom }` with the file's bracket spacing. */
export function braced(parts: readonly string[], style: Style): string {
  const space = style.bracketSpacing ? ' ' : '';
  return `{${space}${parts.join(', ')}${space}}`;
}

/** A string literal with the file's quotes. */
export function quoted(text: string, style: Style): string {
  const body = text.replace(/\\/g, '\\\\').replaceAll(style.quote, `\\${style.quote}`);
  return style.quote + body + style.quote;
}

/** An argument of a call; an object literal gives its `members`, so that it can be broken over lines. */
export type Argument = string | { readonly members: readonly string[] };

export interface Surroundings {
  /** Indentation of the line that the call begins in. */
  readonly indent: string;
  /** Columns that stand before and after the call on its line. */
  readonly before: number;
  readonly after: number;
}

/** `callee(a, b, { c })`: on one line where it fits, else with a last object opened, else one argument a line. */
export function printCall(
  callee: string,
  args: readonly Argument[],
  around: Surroundings,
  style: Style,
): string {
  const flat = args.map((arg) => flatArgument(arg, style));
  const line = `${callee}(${flat.join(', ')})`;
  if (line.includes('\n') || around.before + columns(line, style) + around.after <= style.width) return line;
  return printHugged(callee, args, flat, around, style) ?? printBroken(callee, args, around, style);
}

function printHugged(
  callee: string,
  args: readonly Argument[],
  flat: readonly string[],
  around: Surroundings,
  style: Style,
): string | undefined {
  const [beforeLast, last] = args.slice(-2);
  if (last === undefined || typeof last === 'string' || typeof beforeLast === 'object') return undefined;
  const head = `${callee}(${[...flat.slice(0, -1), '{'].join(', ')}`;
  if (around.before + columns(head, style) > style.width) return undefined;
  return `${head}${printMembers(last.members, around.indent, style)}})`;
}

function printBroken(callee: string, args: readonly Argument[], around: Surroundings, style: Style): string {
  const inner = around.indent + style.indent;
  const lines = args.map((arg) => {
    const flat = flatArgument(arg, style);
    if (typeof arg === 'string' || columns(inner + flat, style) < style.width) return flat;
    return `{${printMembers(arg.members, inner, style)}}`;
  });
  return `${callee}(${printArguments(lines, around.indent, style)})`;
}

/** The members of an object or import, each on a line of its own, one level in. */
export function printMembers(members: readonly string[], indent: string, style: Style): string {
  return printLines(members, indent, style.memberComma, style);
}

/** Arguments or parameters, likewise. */
export function printArguments(args: readonly string[], indent: string, style: Style): string {
  return printLines(args, indent, style.argumentComma, style);
}

function printLines(lines: readonly string[], indent: string, hasComma: boolean, style: Style): string {
  const separator = `,${style.eol}${indent}${style.indent}`;
  const inner = style.eol + indent + style.indent;
  return inner + lines.join(separator) + (hasComma ? ',' : '') + style.eol + indent;
}

function flatArgument(arg: Argument, style: Style): string {
  return typeof arg === 'string' ? arg : braced(arg.members, style);
}

/** Columns of a single line; a tab counts as two. */
export function columns(text: string, style: Style): number {
  return text.length + (style.indent === '\t' ? text.split('\t').length - 1 : 0);
}
