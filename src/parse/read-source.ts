/** A file on disk → SourceUnit, or the reason why not. */
import { readFileSync, statSync } from 'node:fs';
import { parseSource } from './parse-source.ts';
import type { ParseOptions, ParseResult } from './parse-source.ts';
import { skip } from './skip.ts';

/** Reads as UTF-8 with the BOM kept, and parses. Never throws. */
export function readSource(file: string, options: ParseOptions = {}): ParseResult {
  try {
    const { size } = statSync(file);
    if (size > (options.maxFileBytes ?? Infinity)) {
      return { skipped: skip(file, 'too-large', `${size} bytes; raise maxFileBytes, or exclude it`) };
    }
    return parseSource(readFileSync(file, 'utf8'), file, options);
  } catch (error) {
    return { skipped: explainReadError(file, error) };
  }
}

function explainReadError(file: string, error: unknown) {
  const code = (error as { code?: string }).code;
  if (code === 'ENOENT') return skip(file, 'missing', 'does not exist; check the path');
  return skip(file, 'unreadable', `can't be read (${code ?? String(error)}); check its permissions`);
}
