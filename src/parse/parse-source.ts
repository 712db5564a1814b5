/**
 * Purpose: raw text → SourceUnit, by @typescript-eslint/parser, the parser that gives ESLint's rules their AST.
 * Input: text as read (BOM, CRLF and tabs kept), and the file's name.
 * Guarantee: never throws; all ranges are offsets into the very text given.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { Program } from 'typescript';
import type { ModuleKind, SkippedFile, SourceUnit } from '../model/index.ts';
import { declaredModuleKind, hasJsx, isTypeScriptFile, observedModuleKind } from './module-kind.ts';
import { endBeforeSemicolons, endsInLooseSemicolon } from './leading-semicolons.ts';
import { loadParser, loadParts } from './load-parser.ts';
import { linkParents } from './parents.ts';
import { explainParseError, findSkipReason, skip } from './skip.ts';
import type { SkipOptions } from './skip.ts';

export interface ParseOptions extends SkipOptions {
  /** A program that holds this very text: the unit then has types. */
  readonly program?: Program | undefined;
}

export type ParseResult = { readonly unit: SourceUnit } | { readonly skipped: SkippedFile };

/** Parses one text. `file` decides the dialect (by its extension) and the module kind (with its package.json). */
export function parseSource(text: string, file: string, options: ParseOptions = {}): ParseResult {
  const reason = findSkipReason(text, file, options);
  if (reason) return { skipped: reason };
  const declared = declaredModuleKind(file);
  try {
    return { unit: parseAs(text, file, declared, options.program) };
  } catch (error) {
    return { skipped: explainFailure(text, file, error) };
  }
}

function explainFailure(text: string, file: string, error: unknown): SkippedFile {
  if (error instanceof RangeError) {
    return skip(file, 'too-large', 'is nested too deeply to be parsed; exclude it');
  }
  return explainParseError(text, file, error);
}

/** As a module first (that is also how TypeScript reads it), then as a script: `with`, octals, `await` as a name. */
function parseAs(
  text: string,
  file: string,
  declared: ModuleKind | undefined,
  program: Program | undefined,
): SourceUnit {
  const first = declared === 'commonjs' ? 'commonjs' : 'module';
  try {
    return parseOnce(text, file, first, declared, program);
  } catch (error) {
    if (declared === 'esm' || error instanceof RangeError) throw error;
    try {
      return parseOnce(text, file, first === 'module' ? 'commonjs' : 'script', declared);
    } catch {
      throw error;
    }
  }
}

function parseOnce(
  text: string,
  file: string,
  sourceType: 'module' | 'commonjs' | 'script',
  declared: ModuleKind | undefined,
  program?: Program,
): SourceUnit {
  const goal = sourceType === 'module' ? 'module' : 'script';
  const { ast, scopes, types } = program
    ? parseTyped(text, file, goal, program)
    : { ...parseUntyped(text, file, goal), types: undefined };
  const loose: TSESTree.Node[] = [];
  linkParents(ast, visitorKeys, (node) => {
    if (endsInLooseSemicolon(node, text)) loose.push(node);
  });
  endBeforeSemicolons(loose, text, ast.comments);
  return {
    file,
    text,
    ast,
    scopes,
    moduleKind: declared ?? observedModuleKind(ast, text),
    isTypeScript: isTypeScriptFile(file),
    types,
  };
}

const wanted = {
  range: true,
  loc: true,
  comment: true,
  suppressDeprecatedPropertyWarnings: true,
  // Comments as TypeScript reads them cost time, and aren't used.
  jsDocParsingMode: 'none',
} as const;

/** What the parser does but for the tokens, which ESLint's rules want and a third of the time goes into. */
function parseUntyped(text: string, filePath: string, sourceType: 'module' | 'script') {
  const { parse, analyze } = loadParts();
  const ast = parse(text, { ...wanted, filePath, jsx: hasJsx(filePath), sourceType });
  ast.sourceType = sourceType;
  return { ast, scopes: analyze(ast, { sourceType }) };
}

function parseTyped(text: string, filePath: string, sourceType: 'module' | 'script', program: Program) {
  const { ast, scopeManager, services } = loadParser().parseForESLint(text, {
    ...wanted,
    filePath,
    ecmaFeatures: { jsx: hasJsx(filePath) },
    sourceType,
    programs: [program],
    preserveNodeMaps: true,
  });
  return { ast, scopes: scopeManager, types: services.program ? services : undefined };
}
