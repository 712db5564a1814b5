/** What a project's Prettier configuration says, where that is plain data (JSON, YAML without nesting, package.json). */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

export interface PrettierConfig {
  readonly printWidth: number;
  readonly trailingComma: 'all' | 'es5' | 'none';
}

const defaults: PrettierConfig = { printWidth: 80, trailingComma: 'all' };
const cache = new Map<string, PrettierConfig | undefined>();

/** The nearest configuration; undefined where there is none that can be read as data. */
export function findPrettierConfig(file: string): PrettierConfig | undefined {
  const folder = dirname(file);
  if (!isAbsolute(file) || folder === file) return undefined;
  if (!cache.has(folder)) {
    const own = ['.prettierrc', '.prettierrc.json', '.prettierrc.yaml', '.prettierrc.yml', 'package.json']
      .map((name) => readConfig(join(folder, name)))
      .find((config) => config !== undefined);
    cache.set(folder, own ?? findPrettierConfig(folder));
  }
  return cache.get(folder);
}

function readConfig(path: string): PrettierConfig | undefined {
  if (!existsSync(path)) return undefined;
  const data = parseData(readFileSync(path, 'utf8'));
  const own = path.endsWith('package.json') ? data?.prettier : data;
  return typeof own === 'object' && own !== null ? toConfig(own) : undefined;
}

function parseData(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    const lines = [...text.matchAll(/^(\w+):[ \t]*['"]?([\w-]+)['"]?[ \t]*(?:#.*)?$/gm)];
    const entries = lines.map(([, key = '', value]): [string, unknown] => [key, value]);
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
}

function toConfig({
  printWidth,
  trailingComma,
}: {
  printWidth?: unknown;
  trailingComma?: unknown;
}): PrettierConfig {
  const width = Number(printWidth ?? defaults.printWidth);
  const isKnown = trailingComma === 'es5' || trailingComma === 'none';
  return { printWidth: width > 0 ? width : 80, trailingComma: isKnown ? trailingComma : 'all' };
}
