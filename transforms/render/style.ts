/**
 * Purpose: the habits of a file, so that what is written into it looks as if it had always been there.
 * Input: a parsed file.
 * Guarantee: each habit is the one that the file shows most often; where it shows none, Prettier's default.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../src/model/index.ts';
import { findPrettierConfig } from './prettier-config.ts';
import { walk } from './walk.ts';

export interface Style {
  readonly eol: '\n' | '\r\n';
  /** One level of indentation. */
  readonly indent: string;
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  /** After the last member of an object, array or import that is broken over lines. */
  readonly memberComma: boolean;
  /** After the last argument or parameter of a list that is broken over lines. */
  readonly argumentComma: boolean;
  /** `{ a }` rather than `{a}`. */
  readonly bracketSpacing: boolean;
  /** `(x) =>` rather than `x =>`. */
  readonly arrowParens: boolean;
  /** Columns that a line may fill. */
  readonly width: number;
}

/** Votes for and against each habit. */
class Tally {
  private readonly votes = new Map<string, number>();

  vote(choice: string): void {
    this.votes.set(choice, (this.votes.get(choice) ?? 0) + 1);
  }

  winner(fallback: string): string {
    const ranked = [...this.votes].sort((a, b) => b[1] - a[1]);
    return ranked[0]?.[0] ?? fallback;
  }
}

/** The habits of one file. */
export function detectStyle(unit: SourceUnit): Style {
  const { text, ast } = unit;
  const tally = {
    quote: new Tally(),
    semicolon: new Tally(),
    memberComma: new Tally(),
    argumentComma: new Tally(),
    spacing: new Tally(),
    parens: new Tally(),
  };
  walk(ast, (node) => {
    voteOnQuotes(node, tally.quote);
    voteOnSemicolons(node, text, tally.semicolon);
    voteOnCommas(node, text, tally.memberComma, tally.argumentComma);
    voteOnSpacing(node, text, tally.spacing);
    voteOnParens(node, text, tally.parens);
  });
  const prettier = findPrettierConfig(unit.file);
  const wantsComma = prettier?.trailingComma;
  const memberComma = wantsComma ? wantsComma !== 'none' : tally.memberComma.winner('yes') === 'yes';
  return {
    eol: isMostlyCrlf(text) ? '\r\n' : '\n',
    indent: detectIndent(ast, text),
    quote: tally.quote.winner("'") === '"' ? '"' : "'",
    semicolons: tally.semicolon.winner('yes') === 'yes',
    memberComma,
    argumentComma: wantsComma
      ? wantsComma === 'all'
      : tally.argumentComma.winner(memberComma ? 'yes' : 'no') === 'yes',
    bracketSpacing: tally.spacing.winner('yes') === 'yes',
    arrowParens: tally.parens.winner('yes') === 'yes',
    width: prettier?.printWidth ?? observedWidth(text),
  };
}

function voteOnQuotes(node: TSESTree.Node, tally: Tally): void {
  if (node.type !== 'Literal' || typeof node.value !== 'string') return;
  if (node.parent.type === 'JSXAttribute' || /['"]/.test(node.value)) return;
  tally.vote(node.raw[0] ?? "'");
}

const endedBySemicolon = new Set([
  'ExpressionStatement',
  'VariableDeclaration',
  'ReturnStatement',
  'ThrowStatement',
  'ImportDeclaration',
  'ExportAllDeclaration',
  'BreakStatement',
]);

function voteOnSemicolons(node: TSESTree.Node, text: string, tally: Tally): void {
  if (!endedBySemicolon.has(node.type)) return;
  if (node.parent && /^For/.test(node.parent.type)) return;
  tally.vote(text[node.range[1] - 1] === ';' ? 'yes' : 'no');
}

function voteOnCommas(node: TSESTree.Node, text: string, members: Tally, args: Tally): void {
  const [list, tally] = listWithTally(node, members, args);
  const last = list.at(-1);
  if (!last) return;
  const tail = text.slice(last.range[1], node.range[1]);
  if (/^\s*,?\s*\r?\n\s*[\]})]$/.test(tail)) tally.vote(tail.trimStart().startsWith(',') ? 'yes' : 'no');
}

function listWithTally(
  node: TSESTree.Node,
  members: Tally,
  args: Tally,
): readonly [readonly (TSESTree.Node | null)[], Tally] {
  if (node.type === 'ObjectExpression') return [node.properties, members];
  if (node.type === 'ArrayExpression') return [node.elements, members];
  return node.type === 'CallExpression' ? [node.arguments, args] : [[], args];
}

function voteOnSpacing(node: TSESTree.Node, text: string, tally: Tally): void {
  const isBraced = node.type === 'ObjectExpression' || node.type === 'ObjectPattern';
  if (node.type === 'ImportDeclaration') {
    const match = /\{( ?)\S/.exec(text.slice(...node.range));
    if (match) tally.vote(match[1] === ' ' ? 'yes' : 'no');
  } else if (isBraced && node.properties.length > 0) {
    const next = text[node.range[0] + 1];
    if (next !== '\n' && next !== '\r') tally.vote(next === ' ' ? 'yes' : 'no');
  }
}

function voteOnParens(node: TSESTree.Node, text: string, tally: Tally): void {
  if (node.type !== 'ArrowFunctionExpression' || node.params.length !== 1) return;
  const [only] = node.params;
  if (only?.type !== 'Identifier' || only.typeAnnotation || node.returnType) return;
  // From the function's own start: the call that it is the argument of has a parenthesis too.
  tally.vote(text.slice(node.range[0], only.range[0]).includes('(') ? 'yes' : 'no');
}

function isMostlyCrlf(text: string): boolean {
  const crlf = text.split('\r\n').length - 1;
  return crlf * 2 > text.split('\n').length - 1;
}

function detectIndent(ast: TSESTree.Program, text: string): string {
  const tally = new Tally();
  walk(ast, (node) => {
    if (node.type !== 'BlockStatement' && node.type !== 'ClassBody') return;
    const [first] = node.body;
    if (!first) return;
    const outer = indentationAt(text, node.range[0]);
    const inner = indentationAt(text, first.range[0]);
    if (inner.length > outer.length && inner.startsWith(outer)) tally.vote(inner.slice(outer.length));
  });
  return tally.winner('  ');
}

/** The white space that begins the line of `offset`. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^\uFEFF?([ \t]*)/.exec(text.slice(start))?.[1] ?? '';
}

/** Prettier's default, or as wide as the file's own code goes, up to 120. */
function observedWidth(text: string): number {
  const longest = text.split('\n').reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  return Math.min(120, Math.max(80, longest));
}
