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

interface Kept {
  readonly context: AnalyzeContext;
  usedAt: number;
}

const contexts = new Map<string, Kept>();

/** Looks into something with the context for these options; `root` bounds the search for the project's files. */
export function withRunContext<T>(
  root: string,
  options: AnalysisOptions,
  look: (context: AnalyzeContext) => T,
): T {
  const key = JSON.stringify([root, options]);
  forgetStale(Date.now());
  const kept = contexts.get(key) ?? { context: createContext(root, options), usedAt: 0 };
  contexts.set(key, kept);
  try {
    return look(kept.context);
  } finally {
    // The look itself may take longer than a context is kept: the next file shall not pay for it again.
    kept.usedAt = Date.now();
  }
}

/** A context holds the files that it has parsed. */
function forgetStale(now: number): void {
  for (const [key, { usedAt }] of contexts) if (now - usedAt >= keepFor) contexts.delete(key);
}

function createContext(root: string, { profile, ...options }: AnalysisOptions): AnalyzeContext {
  const measured = profile === undefined ? undefined : readCpuProfile(resolve(profile));
  return createAnalyzeContext(options, openProject(root), measured);
}
