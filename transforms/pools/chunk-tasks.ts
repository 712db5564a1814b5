/**
 * Purpose: one task of a pool for a list of items, in place of one for each.
 * Input: a file's text.
 * Guarantee: the same results in the same order; the worker's own module stays as it is, and nobody else's file is overwritten.
 */
import { existsSync, readFileSync } from 'node:fs';
import MagicString from 'magic-string';
import type { SourceUnit } from '../../src/model/index.ts';
import { openProject, parseSource } from '../../src/parse/index.ts';
import { createAnalyzeContext } from '../../src/verdict/index.ts';
import type { AnalyzeContext } from '../../src/verdict/index.ts';
import type { LeftTasks, TinyTasks } from '../../src/verdict/threads/tiny-tasks.ts';
import { chunksMarker, findTinyTasks } from '../../src/verdict/threads/tiny-tasks.ts';
import type { FileResult } from '../finish.ts';
import { printCall } from '../render/layout.ts';
import { collectNames, freeName } from '../render/names.ts';
import { detectStyle, indentationAt } from '../render/style.ts';
import type { Style } from '../render/style.ts';
import type { Place } from '../report-places.ts';

const nothing = { output: undefined, worker: undefined, vendored: [], rewritten: [], skipped: [] };
let shared: AnalyzeContext | undefined;

/** Hands lists to the pools of one file; writes nothing. `file` is an absolute path. */
export function chunkTasks(text: string, file: string): FileResult {
  const parsed = parseSource(text, file);
  if ('skipped' in parsed) return { ...nothing, unreadable: parsed.skipped.message };
  const { unit } = parsed;
  shared ??= createAnalyzeContext({}, openProject());
  const found = findTinyTasks(unit, shared, parse).map(withoutForeign);
  const tiny = found.filter((one) => 'chunks' in one);
  const skipped = found
    .filter((one): one is Left => !('chunks' in one))
    .map(({ call, code }) => ({ ...placeOf(call), code, subject: 'Promise.all' }));
  if (tiny.length === 0) return { ...nothing, skipped, unreadable: undefined };
  const output = rewrite(unit, tiny);
  if (parse(output, file) === undefined) {
    const failed = tiny.map(({ call, pool }) => ({
      ...placeOf(call),
      code: 'output-does-not-parse',
      subject: pool,
    }));
    return { ...nothing, skipped: [...skipped, ...failed], unreadable: undefined };
  }
  const [worker, ...vendored] = new Map(tiny.map(({ chunks }) => [chunks.file, chunks])).values();
  const rewritten = tiny.map(({ call, pool }) => ({ ...placeOf(call), plan: 'chunks', task: pool }));
  return { output, worker, vendored, rewritten, skipped, unreadable: undefined };
}

function parse(text: string, file: string): SourceUnit | undefined {
  const parsed = parseSource(text, file);
  return 'unit' in parsed ? parsed.unit : undefined;
}

type Left = LeftTasks | { readonly call: LeftTasks['call']; readonly code: 'foreign-file' };

/** Somebody else's file of the module's name stays. */
function withoutForeign(one: TinyTasks | LeftTasks): TinyTasks | Left {
  if (!('chunks' in one) || !existsSync(one.chunks.file)) return one;
  const isOurs = readFileSync(one.chunks.file, 'utf8').startsWith(chunksMarker);
  return isOurs ? one : { call: one.call, code: 'foreign-file' };
}

function placeOf({ loc }: LeftTasks['call']): Place {
  return { line: loc.start.line, column: loc.start.column + 1, form: 'pool' };
}

function rewrite(unit: SourceUnit, tiny: readonly TinyTasks[]): string {
  const style = detectStyle(unit);
  const helper = freeName('runInChunks', ['runPoolInChunks'], collectNames(unit));
  const edits = new MagicString(unit.text);
  for (const tasks of tiny) edits.update(...tasks.call.range, printRun(unit, tasks, helper, style));
  const gap = unit.text.endsWith('\n') ? style.eol : style.eol + style.eol;
  edits.append(gap + printHelper(helper, unit.isTypeScript, style) + style.eol);
  return edits.toString();
}

/** `runInChunks(pool, files, new URL('./resize.chunks.js', import.meta.url).href)` */
function printRun(unit: SourceUnit, tasks: TinyTasks, helper: string, style: Style): string {
  const { call, pool, items, filename, specifier, chunks } = tasks;
  const text = (start: number, end: number) => unit.text.slice(start, end);
  const quote = unit.text[specifier[0]] ?? style.quote;
  const path =
    text(filename[0], specifier[0]) + quote + chunks.specifier + quote + text(specifier[1], filename[1]);
  const [start, end] = call.range;
  const lineStart = unit.text.lastIndexOf('\n', start - 1) + 1;
  const after = /^[^\r\n]*/.exec(unit.text.slice(end))?.[0].length ?? 0;
  const around = { indent: indentationAt(unit.text, start), before: start - lineStart, after };
  return printCall(helper, [pool, text(...items), path], around, style);
}

/** Not more messages than keep the threads busy to the end. */
const helperLines = [
  '/** The results for all items, which the pool gets in lists: a message for each would cost more than its work. */',
  'async function NAME(pool, items, filename) {',
  '  const size = Math.max(1, Math.ceil(items.length / 64));',
  '  const runs = [];',
  '  for (let at = 0; at < items.length; at += size) {',
  '    runs.push(pool.run(items.slice(at, at + size), { filename }));',
  '  }',
  '  const lists = await Promise.all(runs);',
  '  return lists.flatMap((results) => [...results]);',
  '}',
];

/** What the pool's own `run` gives is `any`, too. */
function addTypes(text: string): string {
  return text
    .replace('(pool, items, filename)', `(${typedParameters}): Promise<any[]>`)
    .replace('runs = []', 'runs: Promise<any[]>[] = []');
}

const typedParameters =
  'pool: { run(task: unknown, options: { filename: string }): Promise<any> }, items: readonly unknown[], filename: string';

function printHelper(name: string, isTyped: boolean, style: Style): string {
  const lines = helperLines.map((line) => {
    const indented = line.replace(/^(?: {2})+/, (space) => style.indent.repeat(space.length / 2));
    return style.semicolons ? indented : indented.replace(/;$/, '');
  });
  const plain = lines.join(style.eol).replace('NAME', name);
  const text = isTyped ? addTypes(plain) : plain;
  const arrow = style.arrowParens ? text : text.replace('(results) =>', 'results =>');
  return style.bracketSpacing ? arrow : arrow.replace('{ filename }', '{filename}');
}
