/** What jest makes of TypeScript's imports, where ts-jest compiles them: read from jest's configuration, which isn't run. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { readTsConfig } from './compiler-options.ts';
import { loadTypeScript } from './load-parser.ts';

const configNames = ['js', 'cjs', 'mjs', 'ts', 'json'].map((extension) => `jest.config.${extension}`);

/**
 * Whether the package's tests run the file as CommonJS. ts-jest compiles to CommonJS unless it is told `useESM`. Undefined where
 * jest isn't configured, or compiles by something else.
 */
export function testsRunAsCommonJs(file: string): boolean | undefined {
  if (!isAbsolute(file)) return undefined;
  const folder = findPackage(dirname(file));
  const config = folder === undefined ? undefined : readJestConfig(folder);
  if (folder === undefined || config === undefined || !config.includes('ts-jest')) return undefined;
  if (/\buseESM["']?\s*:\s*true/.test(config)) return false;
  const [, named] = /\btsconfig["']?\s*:\s*["']([^"']+)["']/i.exec(config) ?? [];
  if (named === undefined) return true;
  const module = readTsConfig(resolve(folder, named.replace('<rootDir>', '.')))?.options.module;
  return module === undefined || module === loadTypeScript().ModuleKind.CommonJS;
}

function findPackage(folder: string): string | undefined {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findPackage(parent);
}

/** The text of jest's own file, else the part of package.json. */
function readJestConfig(folder: string): string | undefined {
  const own = configNames.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (own !== undefined) return readFileSync(own, 'utf8');
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { jest?: unknown };
    return JSON.stringify(manifest.jest);
  } catch {
    return undefined;
  }
}
