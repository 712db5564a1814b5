/** Helper modules on disk, one a helper in each dialect: written once, so that the analysis of each is shared by all programs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemPieces, pureHelpers, trapHelpers } from './helpers.ts';
import { collectPieces, type Piece } from './pieces.ts';

/** How a program and the modules beside it import and export. */
export interface Dialect {
  readonly extension: string;
  /** The ending of relative imports. */
  readonly ending: string;
  readonly syntax: 'esm' | 'commonjs';
  readonly isTyped: boolean;
  exportLine(names: readonly string[]): string;
}

const esm = (names: readonly string[]): string => `export { ${names.join(', ')} };`;
const commonjs = (names: readonly string[]): string => `module.exports = { ${names.join(', ')} };`;

export const dialects = {
  cjs: { extension: '.cjs', ending: '.cjs', syntax: 'commonjs', isTyped: false, exportLine: commonjs },
  mjs: { extension: '.mjs', ending: '.mjs', syntax: 'esm', isTyped: false, exportLine: esm },
  ts: { extension: '.ts', ending: '.js', syntax: 'esm', isTyped: true, exportLine: esm },
} as const satisfies Record<string, Dialect>;

const pieces = [...itemPieces, ...pureHelpers, ...trapHelpers];

/** What a piece declares at the top level. */
function declaredNames({ text }: Piece): string[] {
  return [...text.matchAll(/^(?:const|let|class|function\*?) ([\w$]+)/gm)].map(([, name]) => name ?? '');
}

/** The import of what `user` names of a piece. */
export function importLine(one: Piece, { syntax, ending }: Dialect, user: string): string {
  const names = declaredNames(one).filter((name) => new RegExp(`\\b${name}\\b`).test(user));
  const specifier = `'./${one.name}${ending}'`;
  if (syntax === 'esm') return `import { ${names.join(', ')} } from ${specifier};`;
  return `const { ${names.join(', ')} } = require(${specifier});`;
}

function moduleText(one: Piece, dialect: Dialect): string {
  const needs = collectPieces(one.text, pieces).filter(({ name }) => name !== one.name);
  const direct = needs.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(one.text));
  const imports = direct.map((need) => importLine(need, dialect, one.text));
  return [...imports, one.text, dialect.exportLine(declaredNames(one)), ''].join('\n');
}

let folder: string | undefined;

/** The folder in which all programs of this process stand. */
export function moduleFolder(): string {
  if (folder !== undefined) return folder;
  const made = mkdtempSync(join(tmpdir(), 'doall-fuzz-'));
  folder = made;
  writeFileSync(join(made, 'package.json'), '{"type":"module"}\n');
  for (const dialect of Object.values(dialects)) {
    for (const one of pieces)
      writeFileSync(join(made, `${one.name}${dialect.extension}`), moduleText(one, dialect));
  }
  process.on('exit', () => {
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}
