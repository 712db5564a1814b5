/** How Node would load a file: by its extension, then by the nearest package.json. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, isAbsolute, join } from 'node:path';
import type { TSESTree } from '@typescript-eslint/types';
import type { ModuleKind } from '../model/index.ts';

const packageTypes = new Map<string, ModuleKind | undefined>();

export function isTypeScriptFile(file: string): boolean {
  return /\.(?:ts|tsx|mts|cts)$/.test(file);
}

/** JSX is allowed where TypeScript and bundlers allow it: `.ts` isn't parsed as TSX. */
export function hasJsx(file: string): boolean {
  return !/\.(?:ts|mts|cts)$/.test(file);
}

/** The kind that the file's name and package ask for; undefined where only the text can tell. */
export function declaredModuleKind(file: string): ModuleKind | undefined {
  const extension = extname(file);
  if (extension === '.mjs' || extension === '.mts') return 'esm';
  if (extension === '.cjs' || extension === '.cts') return 'commonjs';
  return isAbsolute(file) ? packageType(dirname(file)) : undefined;
}

/** The kind that the text shows: import or export, CommonJS names at the top, or neither. */
export function observedModuleKind(ast: TSESTree.Program, text: string): ModuleKind {
  const isEsm = ast.body.some((node) => /^(?:Import|Export|TSExport|TSImportEquals)/.test(node.type));
  if (isEsm) return 'esm';
  return /\b(?:require\s*\(|module\.exports|exports\.)/.test(text) ? 'commonjs' : 'script';
}

function packageType(folder: string): ModuleKind | undefined {
  if (packageTypes.has(folder)) return packageTypes.get(folder);
  const found = readPackageType(folder);
  packageTypes.set(folder, found);
  return found;
}

function readPackageType(folder: string): ModuleKind | undefined {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) {
    try {
      const { type } = JSON.parse(readFileSync(manifest, 'utf8')) as { type?: unknown };
      return type === 'module' ? 'esm' : undefined;
    } catch {
      return undefined;
    }
  }
  const parent = dirname(folder);
  return parent === folder ? undefined : packageType(parent);
}
