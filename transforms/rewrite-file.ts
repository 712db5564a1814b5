/** One file, from its text to the texts that replace it: parse, analyse, render. What the transform and the CLI share. */
import { existsSync, readFileSync } from 'node:fs';
import type { CpuProfile, Loop, SourceUnit, Verdict } from '../src/model/index.ts';
import { openProject, parseSource, readCpuProfile } from '../src/parse/index.ts';
import {
  analyze,
  analyzeHeavy,
  createAnalyzeContext,
  defaultOptions,
  findOpportunities,
  isWorthwhile,
  judgePromised,
  mayHoldLoop,
} from '../src/verdict/index.ts';
import type { AnalyzeContext, HeavyVerdicts } from '../src/verdict/index.ts';
import { detectModuleFormat } from './render/module-format.ts';
import type { ModuleFormat } from './render/module-format.ts';
import { renderFile } from './render/render-file.ts';
import type { PassedOver } from './render/render-file.ts';
import { isOurs } from './render/worker-module.ts';
import { findProgram } from './types/project-program.ts';
import { findForeign, vendoredRuntime, vendorSpecifier } from './vendor.ts';
import type { FileResult } from './finish.ts';
import type { Reasons, RewrittenPlace, SkippedPlace } from './report-places.ts';

export interface RewriteOptions {
  /** Write `await map(…)` where that is possible. Default: the blocking form. */
  readonly await?: boolean;
  /** What the runtime is imported from. Default: `doall/runtime`. */
  readonly runtime?: string;
  /** Copy the runtime to this folder (an absolute path) and import it from there. */
  readonly vendor?: string;
  /** Ask TypeScript, by the project's tsconfig.json, for what the text doesn't say. */
  readonly types?: boolean;
  /** Least estimated work of a loop, in operations of about 1 ns; 0: every loop that may be rewritten. */
  readonly minWork?: number;
  /** Callees to take as pure. */
  readonly pure?: readonly string[];
  /** Rewrite the `Promise.all(xs.map(async …))` that never wait, and no loops. */
  readonly promised?: boolean;
  /** Of which loops that are left it is said why; default: all. What isn't asked for isn't worked out, which takes most of the time. */
  readonly reasons?: Reasons;
  /** File of a CPU profile: only loops that took time in it are rewritten. */
  readonly profile?: string;
}

/** Rewrites the loops of one file; writes nothing. `file` is an absolute path. */
export function rewriteFile(text: string, file: string, options: RewriteOptions = {}): FileResult {
  const nothing = { output: undefined, worker: undefined, vendored: [], rewritten: [], skipped: [] };
  const { reasons = 'all' } = options;
  if (isOurs(text) || (reasons !== 'all' && !mayHoldLoop(text))) return { ...nothing, unreadable: undefined };
  const program = options.types === true ? findProgram(file, text) : undefined;
  const parsed = parseSource(text, file, { program });
  if ('skipped' in parsed) return { ...nothing, unreadable: parsed.skipped.message };
  const { unit } = parsed;
  const { verdicts, light } = judgeLoops(unit, options, reasons);
  const planned = verdicts.filter(({ plan }) => plan !== undefined);
  const unplanned = [
    ...light.map((loop) => placed(loop, 'little-work', loop.form)),
    ...verdicts.filter(({ plan }) => plan === undefined).map(explainUnplanned),
  ];
  if (planned.length === 0) return { ...nothing, skipped: unplanned, unreadable: undefined };
  const format = detectModuleFormat(unit);
  const { workerFile } = format;
  const existing = existsSync(workerFile) ? readFileSync(workerFile, 'utf8') : undefined;
  const vendored = options.vendor === undefined ? [] : vendoredRuntime(options.vendor, format);
  const [inTheWay] = existing !== undefined && !isOurs(existing) ? [workerFile] : findForeign(vendored);
  if (inTheWay !== undefined) {
    const foreign = planned.map((verdict) => placed(verdict.loop, 'foreign-file', inTheWay));
    return { ...nothing, skipped: [...unplanned, ...foreign], unreadable: undefined };
  }
  const settings = { await: options.await ?? false, runtime: runtimeFor(file, format, options) };
  const { source, worker, rewritten, passedOver } = renderFile(unit, verdicts, settings, existing);
  return {
    output: source,
    worker,
    vendored: source === undefined ? [] : vendored,
    rewritten: rewritten.map(({ verdict, task }) => describeRewritten(verdict, task)),
    skipped: [...unplanned, ...passedOver.map(explainPassedOver)],
    unreadable: undefined,
  };
}

function judgeLoops(unit: SourceUnit, options: RewriteOptions, reasons: Reasons): HeavyVerdicts {
  const context = contextFor(options);
  if (options.promised === true) return { verdicts: judgePromised(unit, context), light: [] };
  const { minWork } = context.options;
  switch (reasons) {
    case 'all':
      return { verdicts: analyze(unit, context), light: [] };
    case 'heavy':
      return analyzeHeavy(unit, context);
    case 'none':
      return { verdicts: findOpportunities(unit, context, (cost) => isWorthwhile(cost, minWork)), light: [] };
  }
}

function runtimeFor(file: string, format: ModuleFormat, { runtime, vendor }: RewriteOptions): string {
  if (vendor !== undefined) return vendorSpecifier(vendor, file, format);
  return runtime ?? 'doall/runtime';
}

const contexts = new Map<string, AnalyzeContext>();

/**
 * One for the whole run, so that imported files are parsed and summarised once.
 * @throws {Error} when the profile can't be read
 */
function contextFor(options: RewriteOptions): AnalyzeContext {
  const { minWork = defaultOptions.minWork, pure = [], profile } = options;
  const key = JSON.stringify([process.cwd(), minWork, pure, profile]);
  const measured = (): CpuProfile | undefined =>
    profile === undefined ? undefined : readCpuProfile(profile);
  const known = contexts.get(key) ?? createAnalyzeContext({ minWork, pure }, openProject(), measured());
  contexts.set(key, known);
  return known;
}

function placed({ start, form }: Loop, code: string, subject: string): SkippedPlace {
  return { line: start.line, column: start.column, form, code, subject };
}

function explainUnplanned({ loop, hazards, missing }: Verdict): SkippedPlace {
  const [hazard] = hazards;
  if (hazard) return placed(loop, hazard.code, hazard.subject);
  return placed(loop, 'missing-fact', missing[0]?.subject ?? loop.form);
}

function explainPassedOver({ verdict, code, subject }: PassedOver): SkippedPlace {
  return placed(verdict.loop, code, subject);
}

function describeRewritten({ loop, plan }: Verdict, task: string): RewrittenPlace {
  const { line, column } = loop.start;
  return { line, column, form: loop.form, plan: plan?.kind ?? 'map', task };
}
