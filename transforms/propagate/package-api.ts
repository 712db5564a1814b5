/** Whether programs outside of the project may import a file: what its package.json says, taken strictly. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

type Manifest = Readonly<Record<string, unknown>>;

/**
 * A package that isn't private and has no `exports` lets in every import; else its entries count, and where an entry is built
 * from sources (it isn't one of the project's files) any file may be part of it.
 * @param files the project's source files
 */
export function isReachableFromOutside(file: string, files: ReadonlySet<string>): boolean {
  const found = findManifest(dirname(file));
  if (!found) return false;
  const { folder, manifest } = found;
  if (manifest.private !== true && manifest.exports === undefined) return true;
  const entries = listEntries(manifest).map((entry) => resolve(folder, entry));
  const implicit = join(folder, 'index.js');
  if (manifest.main === undefined && existsSync(implicit)) entries.push(implicit);
  const isCode = (entry: string) => !/\.(?:json|css|node|wasm|d\.[cm]?ts)$/.test(entry);
  return entries
    .filter(isCode)
    .some((entry) => entry.includes('*') || matches(entry, file) || !isKnown(entry, files));
}

export function isTestFile(file: string): boolean {
  return /(?:^|[\\/])(?:tests?|__tests__|specs?)[\\/]|[._-](?:test|spec)\.[cm]?[jt]sx?$/.test(file);
}

/** Whether a specifier names the package that a file is part of: `@shop/core/prices.js`. */
export function isOfPackageAround(file: string, specifier: string): boolean {
  const name = findManifest(dirname(file))?.manifest.name;
  return typeof name === 'string' && (specifier === name || specifier.startsWith(`${name}/`));
}

function matches(entry: string, file: string): boolean {
  return [entry, `${entry}.js`, `${entry}.cjs`, join(entry, 'index.js')].includes(file);
}

function isKnown(entry: string, files: ReadonlySet<string>): boolean {
  return [entry, `${entry}.js`, `${entry}.cjs`, join(entry, 'index.js')].some((path) => files.has(path));
}

function findManifest(folder: string): { folder: string; manifest: Manifest } | undefined {
  const path = join(folder, 'package.json');
  if (existsSync(path)) return { folder, manifest: JSON.parse(readFileSync(path, 'utf8')) as Manifest };
  return dirname(folder) === folder ? undefined : findManifest(dirname(folder));
}

/** Every file that `main`, `module`, `browser`, `bin` and `exports` name. */
function listEntries({ main, module, browser, bin, exports }: Manifest): string[] {
  return [main, module, browser, bin, exports].flatMap(listStrings);
}

function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listStrings);
}
