/** A parsed file: the only thing that the facts layer reads of a program's text. */
import type { TSESTree } from '@typescript-eslint/types';
import type { ParserServicesWithTypeInformation } from '@typescript-eslint/utils';
import type { ScopeManager } from '@typescript-eslint/scope-manager';

/** How Node would load the file: by extension, then the nearest package.json's `type`. */
export type ModuleKind = 'esm' | 'commonjs' | 'script';

/**
 * One file, parsed once. `file` is an absolute path (or a name, for text from stdin); all ranges refer to `text`, which is
 * the raw text (BOM, CRLF and tabs untouched).
 */
export interface SourceUnit {
  readonly file: string;
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly scopes: ScopeManager;
  readonly moduleKind: ModuleKind;
  /** True for .ts .mts .cts .tsx. */
  readonly isTypeScript: boolean;
  /** The type checker's services, where the host has them (ESLint with `projectService`, the codemod with `--types`). */
  readonly types: ParserServicesWithTypeInformation | undefined;
}

/** Why a file was passed over; `message` says what a person can do next. */
export type SkipReason =
  'parse-error' | 'flow' | 'binary' | 'too-large' | 'unreadable' | 'missing' | 'minified';

export interface SkippedFile {
  readonly file: string;
  readonly reason: SkipReason;
  readonly message: string;
}
