/**
 * Purpose: the text of the worker module: tasks, the declarations that move to it, and the imports that they need.
 * Input: the source file, the printed tasks, the module as it is now (when it is ours and in use).
 * Guarantee: every name that the module uses is imported, declared in it, or global; the text parses.
 */
import { basename } from 'node:path';
import MagicString from 'magic-string';
import { parseSource } from '../../src/parse/index.ts';
import type { SourceUnit } from '../../src/model/index.ts';
import type { MovableStatement } from './declarations.ts';
import { listBindings } from './import-bindings.ts';
import { addImports, printImport } from './imports.ts';
import type { ImportRequest } from './imports.ts';
import { jsDocTypes } from './jsdoc-types.ts';
import { quoted } from './layout.ts';
import { provide } from './resolve-names.ts';
import type { NameSource } from './resolve-names.ts';
import { findFreeNames, findTopLevelNames } from './scope.ts';
import { removeUnusedNames } from './unused-names.ts';
import type { Style } from './style.ts';

const marker = '// doall: tasks of ';

/** Whether a worker module was written by doall. */
export function isOurs(text: string): boolean {
  return text.replace(/^\uFEFF/, '').startsWith(marker);
}

/** What the worker module needs beside its tasks. */
export interface WorkerParts {
  readonly imports: readonly ImportRequest[];
  /** Copied lines. */
  readonly lines: readonly string[];
  /** In source order. */
  readonly moved: readonly MovableStatement[];
  /** Offsets in the source file where a type gets `export`. */
  readonly exportTypesAt: readonly number[];
}

export interface WorkerInput extends NameSource {
  readonly style: Style;
  /** The tasks as printed. */
  readonly tasks: readonly string[];
  readonly taskFunction: string;
  readonly runtime: string;
  /** The module to extend; undefined to begin anew. */
  readonly existing: string | undefined;
  /** Imports that only the types of signatures need. */
  readonly typeImports: readonly ImportRequest[];
}

/**
 * Follows the free names of the tasks, and of all that they bring along, until each is accounted for. Values go first: what is
 * needed as a value too must not come as a type. Types that move may name values in turn (`typeof kinds`).
 */
export function collectParts(input: WorkerInput): WorkerParts {
  // A class that crosses is imported as a value, and stands for its type too.
  const classes = new Set(input.plans.flatMap(({ task }) => task.classes.map(({ name }) => name)));
  const imports = input.typeImports.filter(({ local }) => !classes.has(local));
  let parts: WorkerParts = { imports, lines: [], moved: [], exportTypesAt: [] };
  for (const kind of ['value', 'type', 'value'] as const) {
    for (;;) {
      const unit = parseWorker(printWorker(input, parts, new Set()), input);
      const free = [...findFreeNames(unit).values()].filter(({ isType }) => isType === (kind === 'type'));
      const next = free.reduce((sum, name) => include(sum, provide(name, input)), parts);
      if (next === parts) break;
      parts = next;
    }
  }
  return parts;
}

function include(parts: WorkerParts, provision: ReturnType<typeof provide>): WorkerParts {
  switch (provision?.by) {
    case undefined:
      return parts;
    case 'import':
      return { ...parts, imports: [...parts.imports, provision.request] };
    case 'copy':
      return parts.lines.includes(provision.text)
        ? parts
        : { ...parts, lines: [...parts.lines, provision.text] };
    case 'move': {
      const known = new Set(parts.moved.map(({ statement }) => statement));
      const moved = [
        ...parts.moved,
        ...provision.statements.filter(({ statement }) => !known.has(statement)),
      ];
      return { ...parts, moved: moved.sort((a, b) => a.whole[0] - b.whole[0]) };
    }
    case 'type': {
      const { exportAt } = provision;
      const offsets = new Set([...parts.exportTypesAt, ...(exportAt === undefined ? [] : [exportAt])]);
      return { ...parts, imports: [...parts.imports, provision.request], exportTypesAt: [...offsets] };
    }
  }
}

/** The module's text; the names in `exported` are of moved declarations that the source file imports back. */
export function printWorker(input: WorkerInput, parts: WorkerParts, exported: ReadonlySet<string>): string {
  const { style, format } = input;
  const base = (input.existing ?? printSkeleton(input)).trimEnd();
  const moved = parts.moved.map((statement) => printMoved(statement, exported, input));
  const types = jsDocTypes(input.unit, moved.join('\n'), format.sourceSpecifier);
  const missing = types.filter((line) => !base.includes(line)).join(style.eol);
  const blocks = [...(missing === '' ? [] : [missing]), ...parts.lines, ...moved, ...input.tasks];
  const text = [base, ...blocks].join(style.eol + style.eol) + style.eol;
  const edits = new MagicString(text);
  const written = parseWorker(text, input);
  removeUnusedNames(edits, written, input.unit);
  const requests = [taskImport(input), ...inSourceOrder(withoutShadows(parts.imports), input)];
  addImports(edits, written, requests, format.syntax, style);
  return edits.toString();
}

function taskImport({ runtime, taskFunction }: WorkerInput): ImportRequest {
  return { from: runtime, name: 'task', local: taskFunction, typeOnly: false };
}

/** What is imported as a value needs no import of its type besides. */
function withoutShadows(imports: readonly ImportRequest[]): ImportRequest[] {
  const values = new Set(imports.filter(({ typeOnly }) => !typeOnly).map(({ local }) => local));
  return imports.filter(({ typeOnly, local }) => !typeOnly || !values.has(local));
}

/** As the source file imports them; what comes from the source file itself is last. */
function inSourceOrder(imports: readonly ImportRequest[], { unit }: WorkerInput): ImportRequest[] {
  const order = unit.ast.body.flatMap((node) => listBindings(node)).map(({ from }) => from);
  const place = ({ from }: ImportRequest) => (order.includes(from) ? order.indexOf(from) : Infinity);
  return imports.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

function printSkeleton(input: WorkerInput): string {
  const { unit, format, style } = input;
  const isStrict = unit.ast.body.some((node) => 'directive' in node && node.directive === 'use strict');
  const lines = [
    `${marker}./${basename(unit.file)}`,
    ...(isStrict ? [`${quoted('use strict', style)}${style.semicolons ? ';' : ''}`, ''] : []),
    printImport([taskImport(input)], format.syntax, style),
    ...(format.declaresFilename
      ? ['', `declare const __filename: string${style.semicolons ? ';' : ''}`]
      : []),
  ];
  return lines.join(style.eol);
}

function printMoved(
  { lead, text, names, statement, isExported }: MovableStatement,
  exported: ReadonlySet<string>,
  { format, style }: WorkerInput,
): string {
  const shared = names.filter((name) => exported.has(name));
  if (shared.length === 0 && !isExported) return lead + text;
  if (format.syntax === 'esm') return `${lead}export ${text}`;
  const end = style.semicolons ? ';' : '';
  const exports = shared.map((name) => `exports.${name} = ${name}${end}`);
  const gap = /^(?:Function|Class)/.test(statement.type) ? style.eol + style.eol : style.eol;
  return lead + text + gap + exports.join(style.eol);
}

/** @throws {OutputError} when what was written doesn't parse */
export function parseWorker(text: string, { format }: Pick<WorkerInput, 'format'>): SourceUnit {
  return reparse(text, format.workerFile);
}

/** An output of ours that doesn't parse, or whose names have lost their meaning: a bug, reported as such. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** Parses what was written. */
export function reparse(text: string, file: string): SourceUnit {
  const result = parseSource(text, file);
  if ('unit' in result) return result.unit;
  throw new OutputError(result.skipped.message);
}

/** Names that the existing module already gives to something. */
export function namesOfExisting(
  existing: string | undefined,
  input: Pick<WorkerInput, 'format'>,
): Set<string> {
  return existing === undefined ? new Set() : new Set(findTopLevelNames(parseWorker(existing, input)).keys());
}
