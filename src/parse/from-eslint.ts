/** ESLint's own parse as a SourceUnit: the same AST, its scopes, and the type checker where the host has one. */
import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { ParserServicesWithTypeInformation } from '@typescript-eslint/utils';
import type { ModuleKind, SourceUnit } from '../model/index.ts';
import { declaredModuleKind, isTypeScriptFile, observedModuleKind } from './module-kind.ts';

/** What is used of ESLint's `sourceCode` (`parserServices` is `{}` or missing with other parsers and hosts). */
export interface EslintSourceCode {
  readonly text: string;
  readonly ast: unknown;
  readonly scopeManager: unknown;
  readonly parserServices?: unknown;
}

/** Works with espree and @typescript-eslint/parser alike. */
export function unitFromESLint(sourceCode: EslintSourceCode, filename: string): SourceUnit {
  // The unit must not hold the source code itself, which is far larger.
  const { text, scopeManager, parserServices } = sourceCode;
  const ast = sourceCode.ast as TSESTree.Program;
  let moduleKind: ModuleKind | undefined;
  return {
    file: filename,
    text,
    ast,
    scopes: scopeManager as ScopeManager,
    // Asked of few files, and looked up on the disk.
    get moduleKind() {
      return (moduleKind ??= declaredModuleKind(filename) ?? observedModuleKind(ast, text));
    },
    isTypeScript: isTypeScriptFile(filename),
    types: typesOf(parserServices),
  };
}

function typesOf(services: unknown): ParserServicesWithTypeInformation | undefined {
  const { program } = (services ?? {}) as Partial<ParserServicesWithTypeInformation>;
  return program ? (services as ParserServicesWithTypeInformation) : undefined;
}
