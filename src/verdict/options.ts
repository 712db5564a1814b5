/** What a person may switch, and what holds where nothing is said. */
import type { AnalyzeOptions } from '../model/index.ts';

/** The defaults of `AnalyzeOptions`. `minWork` is 5 ms: below that, waking the pool costs more than it gains. */
export const defaultOptions: AnalyzeOptions = {
  minWork: 5_000_000,
  pure: [],
  allowFileReads: true,
  maxFileBytes: 2_000_000,
};
