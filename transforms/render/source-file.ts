/**
 * Purpose: the source file with its loops replaced, moved declarations taken out, and imports in order.
 * Input: the edits for the loops and the worker's parts.
 * Guarantee: nothing outside these changes; each name that the file uses is bound as before.
 */
import MagicString from 'magic-string';
import type { SourceUnit } from '../../src/model/index.ts';
import { startWithComments } from './comments.ts';
import type { Edit } from './consume.ts';
import type { MovableStatement } from './declarations.ts';
import { addImports, removeImports } from './imports.ts';
import type { ImportRequest } from './imports.ts';
import { braced, quoted } from './layout.ts';
import type { ModuleFormat } from './module-format.ts';
import { findFreeNames, findTopLevelNames } from './scope.ts';
import { removeUnusedNames } from './unused-names.ts';
import type { Style } from './style.ts';
import type { WorkerParts } from './worker-module.ts';
import { reparse } from './worker-module.ts';

export interface SourceInput {
  readonly unit: SourceUnit;
  readonly format: ModuleFormat;
  readonly style: Style;
  readonly edits: readonly Edit[];
  readonly parts: WorkerParts;
  /** Bindings that the edits rely on: tasks and functions of the runtime. */
  readonly bindings: readonly ImportRequest[];
}

export interface SourceOutput {
  readonly text: string;
  /** Names of moved declarations that the worker module has to export. */
  readonly exported: ReadonlySet<string>;
}

export function printSource(input: SourceInput): SourceOutput {
  const { unit, format, style } = input;
  const edited = reparse(applyEdits(input), unit.file);
  const back = importsBack(edited, input);
  const pruned = reparse(prune(edited, unit, style), unit.file);
  const edits = new MagicString(pruned.text);
  addImports(edits, pruned, [...input.bindings, ...back], format.syntax, style);
  const reexported = input.parts.moved.filter(({ isExported }) => isExported).flatMap(({ names }) => names);
  return { text: edits.toString(), exported: new Set([...back.map(({ name }) => name), ...reexported]) };
}

function applyEdits({ unit, style, format, edits, parts }: SourceInput): string {
  const text = new MagicString(unit.text);
  for (const { range, text: replacement } of edits) {
    if (range[0] === range[1]) continue;
    if (replacement === '') text.remove(...range);
    else text.overwrite(...range, replacement);
  }
  for (const offset of parts.exportTypesAt) text.appendLeft(offset, 'export ');
  const inPlace = new Map<MovableStatement, string>();
  for (const moved of parts.moved)
    if (moved.isExported) inPlace.set(moved, printReexport(moved, format, style));
  for (const moved of parts.moved) takeOut(text, unit, moved, inPlace.get(moved));
  // What is removed takes along what was inserted behind it.
  for (const { range, text: inserted } of edits)
    if (range[0] === range[1]) text.appendLeft(range[0], inserted);
  return text.toString();
}

/** `export { heavy } from './x.worker.js';` where the declaration stood. */
function printReexport({ names }: MovableStatement, format: ModuleFormat, style: Style): string {
  const from = quoted(format.workerSpecifier, style);
  return `export ${braced(names, style)} from ${from}${style.semicolons ? ';' : ''}`;
}

/** The statement with its lines and the blank line after it (or before, at the end of the file), but where a comment above it stays. */
function takeOut(text: MagicString, unit: SourceUnit, moved: MovableStatement, instead?: string): void {
  const [start, end] = moved.whole;
  if (instead !== undefined) {
    text.overwrite(start, end, instead);
    return;
  }
  const line = /^[ \t]*(?:\r?\n|$)/.exec(unit.text.slice(end))?.[0] ?? '';
  const blank = /^[ \t]*(?:\r?\n|$)/.exec(unit.text.slice(end + line.length))?.[0] ?? '';
  const isLast = unit.text.slice(end + line.length + blank.length).trim() === '';
  const before = isLast ? (/(?:\r?\n[ \t]*)+$/.exec(unit.text.slice(0, start))?.[0].length ?? 0) : 0;
  const isCommented = startWithComments(unit, moved.statement) < start;
  const after = line.length + (isCommented ? 0 : blank.length);
  text.remove(start - before, isLast ? end : end + after);
}

/** Moved declarations that the file goes on using. */
function importsBack(edited: SourceUnit, { format, parts }: SourceInput): ImportRequest[] {
  const free = findFreeNames(edited);
  const names = parts.moved.flatMap((moved) => moved.names);
  return names.flatMap((name) => {
    const use = free.get(name);
    if (!use) return [];
    return [{ from: format.workerSpecifier, name, local: name, typeOnly: use.isType }];
  });
}

/** Without the imports and other names that were used before the edits and no longer are. */
function prune(edited: SourceUnit, original: SourceUnit, style: Style): string {
  const before = findTopLevelNames(original);
  const unused = [...findTopLevelNames(edited).values()].filter(({ name, isUsed }) => {
    return !isUsed && before.get(name)?.isUsed === true;
  });
  const text = new MagicString(edited.text);
  removeImports(text, edited, new Set(unused.map(({ name }) => name)), style);
  removeUnusedNames(text, edited, original);
  return text.toString();
}
