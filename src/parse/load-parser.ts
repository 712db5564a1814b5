/**
 * Loads the parser (and TypeScript with it, half a second) when the first text has to be parsed: ESLint gives the rules what it has
 * parsed itself, and most files are judged without a look into what they import.
 */
import { createRequire } from 'node:module';
import type * as Parser from '@typescript-eslint/parser';
import type * as ScopeManager from '@typescript-eslint/scope-manager';
import type * as Estree from '@typescript-eslint/typescript-estree';
import type TypeScript from 'typescript';

const require = createRequire(import.meta.url);

/** What parses a text, with its types where it is given a program. */
export function loadParser(): typeof Parser {
  return require('@typescript-eslint/parser') as typeof Parser;
}

/** What that parser is made of: text → AST, AST → scopes. */
export function loadParts(): Pick<typeof Estree, 'parse'> & Pick<typeof ScopeManager, 'analyze'> {
  const { parse } = require('@typescript-eslint/typescript-estree') as typeof Estree;
  const { analyze } = require('@typescript-eslint/scope-manager') as typeof ScopeManager;
  return { parse, analyze };
}

/** What reads a project's tsconfig.json. */
export function loadTypeScript(): typeof TypeScript {
  return require('typescript') as typeof TypeScript;
}
