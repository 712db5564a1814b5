/** Why a text is not worth, or not fit for, parsing; each message says what a person can do next. */
import { basename } from 'node:path';
import type { SkippedFile, SkipReason } from '../model/index.ts';

const defaultMaxBytes = 10_000_000;

export interface SkipOptions {
  /** Larger texts are passed over. */
  readonly maxFileBytes?: number | undefined;
  /** Parse minified code too. */
  readonly minified?: boolean | undefined;
}

export function skip(file: string, reason: SkipReason, message: string): SkippedFile {
  return { file, reason, message };
}

/** What can be told from the text alone, before it is parsed. */
export function findSkipReason(text: string, file: string, options: SkipOptions): SkippedFile | undefined {
  const limit = options.maxFileBytes ?? defaultMaxBytes;
  if (text.includes('\0')) {
    return skip(file, 'binary', 'holds NUL bytes, so it is no source text; exclude it from the scan');
  }
  if (text.length > limit) {
    const size = `${(text.length / 1e6).toFixed(1)} MB`;
    return skip(
      file,
      'too-large',
      `${size} is over the limit of ${limit} bytes; raise maxFileBytes, or exclude it`,
    );
  }
  if (hasFlowPragma(text)) {
    return skip(
      file,
      'flow',
      'is written in Flow; strip its types first (npx flow-remove-types), or exclude it',
    );
  }
  if (!options.minified && isMinified(text, file)) {
    return skip(file, 'minified', 'is minified; scan the source that it was built from');
  }
  return undefined;
}

/** The reason for a text that does not parse: Flow syntax, or a mistake at a line. */
export function explainParseError(text: string, file: string, error: unknown): SkippedFile {
  if (looksLikeFlow(text)) {
    return skip(
      file,
      'flow',
      'looks like Flow; strip its types first (npx flow-remove-types), or exclude it',
    );
  }
  const { message, line, column } = describeError(error);
  const place = line === undefined ? '' : ` at line ${line}, column ${(column ?? 0) + 1}`;
  return skip(file, 'parse-error', `${message}${place}; fix the syntax, or exclude the file`);
}

function describeError(error: unknown): { message: string; line?: number; column?: number } {
  if (!(error instanceof Error)) return { message: String(error) };
  const { lineNumber, column } = error as { lineNumber?: unknown; column?: unknown };
  if (typeof lineNumber !== 'number') return { message: error.message };
  return { message: error.message, line: lineNumber, ...(typeof column === 'number' ? { column } : {}) };
}

function hasFlowPragma(text: string): boolean {
  const header = /^\uFEFF?(?:#!.*)?(?:\s|\/\/.*|\/\*[^]*?\*\/)*/.exec(text.slice(0, 4_000));
  return header !== null && /(?:^|[\s*/])@flow\b/m.test(header[0]);
}

function looksLikeFlow(text: string): boolean {
  return /^\s*(?:import\s+typeof\s|(?:export\s+)?opaque\s+type\s|declare\s+export\s|type\s+\w+\s*=\s*\{\|)|[(,:]\s*\?[A-Z$]\w*\s*[,)=]/m.test(
    text,
  );
}

function isMinified(text: string, file: string): boolean {
  if (/\.min\.[cm]?js$/.test(basename(file))) return true;
  if (text.length < 20_000) return false;
  const lines = text.split('\n', 2_000);
  const sampled = lines.reduce((sum, line) => sum + line.length, 0);
  return sampled / lines.length > 400;
}
