/** What a scan found, as the formats below get it. */
import { relative, sep } from 'node:path';
import type { SkippedFile, Verdict } from '../model/index.ts';

export interface Report {
  /** Absolute folder that file names are given relative to. */
  readonly root: string;
  /** Number of files analysed. */
  readonly files: number;
  /** Number of loops found in them. */
  readonly loops: number;
  readonly skipped: readonly SkippedFile[];
  /** The loops to show, by file and position. */
  readonly verdicts: readonly Verdict[];
  /** The program's time in the CPU profile, where one was given, and how many threads there would be. */
  readonly profile?: { readonly totalMs: number; readonly threads: number } | undefined;
  /** The text of an analysed file, for excerpts; undefined when it can't be read any more. */
  readonly sourceOf: (file: string) => string | undefined;
}

/** How a file is named to people and in reports: relative to the root, with forward slashes. */
export function displayPath(root: string, file: string): string {
  const path = relative(root, file);
  return (path === '' ? file : path).split(sep).join('/');
}
