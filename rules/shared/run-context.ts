/** What a lint run's files share: the project's files, and the summaries of its functions. */
import { resolve } from 'node:path';
import { openProject, readCpuProfile } from '../../src/parse/index.ts';
import type { AnalyzeContext } from '../../src/verdict/analyze.ts';
import { createAnalyzeContext } from '../../src/verdict/analyze.ts';
import type { AnalysisOptions } from './options.ts';

/**
 * ESLint doesn't tell when a run ends, and an editor keeps its process for days, so a context that was not asked for in this
 * many milliseconds is made anew: by then files may have changed.
 */
const keepFor = 2000;

const contexts = new Map<string, { context: AnalyzeContext; usedAt: number }>();

/** The context for these options; `root` bounds the search for the project's files. */
export function runContext(root: string, options: AnalysisOptions): AnalyzeContext {
  const key = JSON.stringify([root, options]);
  const now = Date.now();
  const known = contexts.get(key);
  const isFresh = known !== undefined && now - known.usedAt < keepFor;
  if (!isFresh) forgetStale(now);
  const context = isFresh ? known.context : createContext(root, options);
  contexts.set(key, { context, usedAt: now });
  return context;
}

/** A context holds the files that it has parsed. */
function forgetStale(now: number): void {
  for (const [key, { usedAt }] of contexts) if (now - usedAt >= keepFor) contexts.delete(key);
}

function createContext(root: string, { profile, ...options }: AnalysisOptions): AnalyzeContext {
  const measured = profile === undefined ? undefined : readCpuProfile(resolve(profile));
  return createAnalyzeContext(options, openProject(root), measured);
}
