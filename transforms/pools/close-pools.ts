/**
 * Purpose: pools that are never closed, or not when a task fails, are closed in a `finally`.
 * Input: a file's text.
 * Guarantee: the rest of the text is the same but for indentation; every intermediate text is parsed, and looked at afresh.
 */
import MagicString from 'magic-string';
import type { SourceUnit } from '../../src/model/index.ts';
import { parseSource } from '../../src/parse/index.ts';
import type { TextEdit } from '../../src/verdict/threads/close-pool.ts';
import { closeByUsing } from '../../src/verdict/threads/close-pool.ts';
import { sourceCodeOf } from '../../src/verdict/threads/modules.ts';
import type { UnclosedPool } from '../../src/verdict/threads/unclosed-pools.ts';
import { findUnclosedPools } from '../../src/verdict/threads/unclosed-pools.ts';
import type { FileResult } from '../finish.ts';
import type { Place, RewrittenPlace, SkippedPlace } from '../report-places.ts';

export interface CloseOptions {
  /** Write `await using` where the library has the method for it. */
  readonly using: boolean;
}

const nothing = { worker: undefined, vendored: [], rewritten: [], skipped: [] };

/** Closes the pools of one file; writes nothing. `file` is an absolute path. */
export function closePools(text: string, file: string, options: CloseOptions): FileResult {
  const parsed = parseSource(text, file);
  if ('skipped' in parsed) return { ...nothing, output: undefined, unreadable: parsed.skipped.message };
  const rewritten: RewrittenPlace[] = [];
  const skipped: SkippedPlace[] = [];
  let { unit } = parsed;
  for (const original of findUnclosedPools(sourceCodeOf(unit))) {
    const { place, name } = describe(original);
    // Those before it are closed by now, or left.
    const closed = closeNth(unit, skipped.length, options);
    if ('unit' in closed) {
      unit = closed.unit;
      rewritten.push({ ...place, plan: closed.plan, task: name });
    } else skipped.push({ ...place, code: closed.code, subject: name });
  }
  const output = unit.text === text ? undefined : unit.text;
  return { ...nothing, output, rewritten, skipped, unreadable: undefined };
}

function describe({ node, instance }: UnclosedPool): { place: Place; name: string } {
  const { line, column } = node.loc.start;
  const name = instance.holder.kind === 'variable' ? instance.holder.variable.name : instance.api.library;
  return { place: { line, column: column + 1, form: 'pool' }, name };
}

type Closed = { readonly unit: SourceUnit; readonly plan: string } | { readonly code: string };

function closeNth(unit: SourceUnit, at: number, options: CloseOptions): Closed {
  const code = sourceCodeOf(unit);
  const unclosed = findUnclosedPools(code);
  const one = unclosed[at];
  const using = one && options.using && one.kind === 'neverInFunction' ? closeByUsing(code, one) : undefined;
  const edits = using ?? one?.mend;
  if (!edits) {
    return { code: one?.kind === 'neverInScript' ? 'pool-of-a-script' : 'no-safe-place-to-close' };
  }
  const next = parseSource(applyEdits(unit.text, edits), unit.file);
  const isMended =
    'unit' in next && findUnclosedPools(sourceCodeOf(next.unit)).length === unclosed.length - 1;
  return isMended
    ? { unit: next.unit, plan: using ? 'using' : 'finally' }
    : { code: 'output-does-not-parse' };
}

function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const edited = new MagicString(text);
  for (const { range, text: replacement } of edits) {
    if (range[0] === range[1]) edited.appendLeft(range[0], replacement);
    else edited.update(...range, replacement);
  }
  return edited.toString();
}
