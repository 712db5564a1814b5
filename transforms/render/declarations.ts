/** Declarations of the source file that a worker module needs: how they are exported, and how they move. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, SourceUnit } from '../../src/model/index.ts';
import { endWithComment, startWithOwnComment } from './comments.ts';
import type { TopLevelName } from './scope.ts';
import { walk } from './walk.ts';

/** The names under which the file exports one of its own: `heavy`, `default`; none when it doesn't. */
export function exportNames(unit: SourceUnit, name: TopLevelName): string[] {
  const own = name.statements.flatMap((statement) => {
    if (statement.type === 'ExportNamedDeclaration') return [name.name];
    return statement.type === 'ExportDefaultDeclaration' ? ['default'] : [];
  });
  const listed = unit.ast.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || node.source) return [];
    return node.specifiers
      .filter(({ local }) => textOf(local) === name.name)
      .map(({ exported }) => textOf(exported));
  });
  return [...new Set([...own, ...listed])];
}

function textOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

/** A statement as it moves: its text without `export`, the comments above it, and all that goes from the source file. */
export interface MovableStatement {
  readonly statement: TSESTree.ProgramStatement;
  readonly isExported: boolean;
  /** Every name that it declares. */
  readonly names: readonly string[];
  /** The comment above it that is its own, with the line break that follows. */
  readonly lead: string;
  /** The declaration, without `export`. */
  readonly text: string;
  /** From the first comment to the end of the last line. */
  readonly whole: Range;
}

/** Undefined for what can't stand in another module as it is: default exports, `export =`. */
export function toMovable(
  unit: SourceUnit,
  statement: TSESTree.ProgramStatement,
): MovableStatement | undefined {
  const isExported = statement.type === 'ExportNamedDeclaration';
  const declaration = isExported ? statement.declaration : statement;
  if (!declaration || !isMovable(declaration) || namesItsModule(unit.text.slice(...statement.range)))
    return undefined;
  const start = startWithOwnComment(unit, statement);
  const end = endWithComment(unit, statement.range[1]);
  return {
    statement,
    isExported,
    names: declaredNames(declaration),
    lead: unit.text.slice(start, statement.range[0]),
    text: unit.text.slice(declaration.range[0], end),
    whole: [start, end],
  };
}

/** Whether code means the very module that it stands in. */
export function namesItsModule(text: string): boolean {
  return /\bimport\.meta\b|\b__filename\b/.test(text);
}

function isMovable(node: TSESTree.Node): boolean {
  return /^(?:FunctionDeclaration|TSDeclareFunction|ClassDeclaration|VariableDeclaration|TSEnumDeclaration|TSModuleDeclaration|TSInterfaceDeclaration|TSTypeAliasDeclaration)$/.test(
    node.type,
  );
}

function declaredNames(node: TSESTree.Node): string[] {
  if (node.type === 'VariableDeclaration') return node.declarations.flatMap(({ id }) => patternNames(id));
  const { id } = node as { id?: TSESTree.Node | null };
  return id?.type === 'Identifier' ? [id.name] : [];
}

/** The variables that a pattern binds. */
function patternNames(pattern: TSESTree.Node): string[] {
  const names: string[] = [];
  walk(pattern, (node) => {
    if (node.type === 'Property' && !node.shorthand) {
      names.push(...patternNames(node.value));
      return false;
    }
    if (node.type === 'AssignmentPattern') {
      names.push(...patternNames(node.left));
      return false;
    }
    if (node.type === 'Identifier') names.push(node.name);
    return node.type !== 'Identifier';
  });
  return names;
}
