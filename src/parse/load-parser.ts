/**
 * Loads the parser (and TypeScript with it, half a second) when the first text has to be parsed: ESLint gives the rules what it has
 * parsed itself, and most files are judged without a look into what they import.
 */
import { createRequire } from 'node:module';
import type * as Parser from '@typescript-eslint/parser';

let loaded: typeof Parser | undefined;

export function loadParser(): typeof Parser {
  loaded ??= createRequire(import.meta.url)('@typescript-eslint/parser') as typeof Parser;
  return loaded;
}
