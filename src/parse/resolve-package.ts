/** `lodash`, `@scope/pkg/sub`, `#internal` → a path, by the nearest node_modules (workspace links included) and package.json. */
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFile } from './resolve.ts';

interface Manifest {
  readonly name?: unknown;
  readonly main?: unknown;
  readonly module?: unknown;
  readonly source?: unknown;
  readonly exports?: unknown;
  readonly imports?: unknown;
  readonly sideEffects?: unknown;
}

const conditions = ['import', 'node', 'module', 'default', 'require'];

/** The path (to be completed by `findSourceFile`) that a bare specifier leads to. */
export function resolvePackage(specifier: string, fromFile: string): string | undefined {
  if (specifier.startsWith('#')) return resolveInternal(specifier, fromFile);
  const [, name, rest] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  const folder = findPackageFolder(name, fromFile);
  return folder === undefined ? undefined : enterPackage(folder, rest);
}

function enterPackage(folder: string, rest: string | undefined): string | undefined {
  const manifest = readManifest(folder);
  if (manifest?.exports !== undefined) {
    const target = matchExports(manifest.exports, rest === undefined ? '.' : `./${rest}`);
    return target === undefined ? undefined : join(folder, target);
  }
  if (rest !== undefined) return join(folder, rest);
  const main = [manifest?.module, manifest?.main].find((entry) => typeof entry === 'string');
  return typeof main === 'string' ? join(folder, main) : folder;
}

function resolveInternal(specifier: string, fromFile: string): string | undefined {
  for (const folder of parents(dirname(fromFile))) {
    const manifest = readManifest(folder);
    if (manifest === undefined) continue;
    const target = manifest.imports === undefined ? undefined : matchExports(manifest.imports, specifier);
    return target?.startsWith('.') ? join(folder, target) : undefined;
  }
  return undefined;
}

function findPackageFolder(name: string, fromFile: string): string | undefined {
  for (const folder of parents(dirname(fromFile))) {
    const self = readManifest(folder);
    if (self?.name === name && self.exports !== undefined) return folder;
    const candidate = join(folder, 'node_modules', name);
    if (isFile(join(candidate, 'package.json'))) return realpathSync(candidate);
  }
  return undefined;
}

/** The subset of Node's rules that source files need: subpaths, one `*`, and conditions in the order of the object. */
function matchExports(exports: unknown, subpath: string): string | undefined {
  if (!isRecord(exports) || !Object.keys(exports).some((key) => /^[.#]/.test(key))) {
    return subpath === '.' ? pickCondition(exports) : undefined;
  }
  if (subpath in exports) return pickCondition(exports[subpath]);
  for (const [pattern, target] of Object.entries(exports)) {
    const [prefix, suffix] = pattern.split('*');
    if (suffix === undefined || !subpath.startsWith(prefix ?? '') || !subpath.endsWith(suffix)) continue;
    const star = subpath.slice(prefix?.length, subpath.length - suffix.length);
    return pickCondition(target)?.replaceAll('*', star);
  }
  return undefined;
}

function pickCondition(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (Array.isArray(target)) return target.map(pickCondition).find((found) => found !== undefined);
  if (!isRecord(target)) return undefined;
  const key = Object.keys(target).find((name) => conditions.includes(name));
  return key === undefined ? undefined : pickCondition(target[key]);
}

function* parents(folder: string): Generator<string> {
  for (let at = folder; ; at = dirname(at)) {
    yield at;
    if (dirname(at) === at) return;
  }
}

/** The package.json of the package that a file belongs to: the nearest one with a name (folders inside may have one for `type`). */
export function manifestOf(file: string): Manifest | undefined {
  for (const folder of parents(dirname(file))) {
    const manifest = readManifest(folder);
    if (manifest?.name !== undefined) return manifest;
  }
  return undefined;
}

/** The folder of the package that a file belongs to; its own folder when there is no named package around it. */
export function packageFolderOf(file: string): string {
  const folder = [...parents(dirname(file))].find((one) => readManifest(one)?.name !== undefined);
  return folder ?? dirname(file);
}

const manifests = new Map<string, Manifest | undefined>();

export function readManifest(folder: string): Manifest | undefined {
  if (!manifests.has(folder)) manifests.set(folder, parseManifest(join(folder, 'package.json')));
  return manifests.get(folder);
}

function parseManifest(path: string): Manifest | undefined {
  if (!isFile(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
