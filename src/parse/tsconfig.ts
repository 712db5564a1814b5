/** `compilerOptions.paths` and `baseUrl` of the nearest tsconfig.json (or jsconfig.json), read without TypeScript. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isFile } from './resolve.ts';

interface Aliases {
  readonly base: string;
  readonly paths: Readonly<Record<string, readonly string[]>>;
  readonly hasBaseUrl: boolean;
}

interface ConfigFile {
  readonly extends?: string | readonly string[];
  readonly compilerOptions?: {
    readonly baseUrl?: string;
    readonly paths?: Record<string, readonly string[]>;
  };
}

const cache = new Map<string, Aliases | undefined>();

/** Candidate paths for a bare specifier, best first; none when no alias matches. */
export function resolveAlias(specifier: string, fromFile: string, root: string): readonly string[] {
  const aliases = findAliases(dirname(fromFile), root);
  if (!aliases) return [];
  const { base, paths, hasBaseUrl } = aliases;
  const matched = Object.entries(paths).flatMap(([pattern, targets]) => {
    const star = matchPattern(pattern, specifier);
    return star === undefined ? [] : targets.map((target) => resolve(base, target.replace('*', star)));
  });
  return hasBaseUrl ? [...matched, resolve(base, specifier)] : matched;
}

function matchPattern(pattern: string, specifier: string): string | undefined {
  const [prefix = '', suffix] = pattern.split('*');
  if (suffix === undefined) return pattern === specifier ? '' : undefined;
  const fits = specifier.startsWith(prefix) && specifier.endsWith(suffix);
  return fits ? specifier.slice(prefix.length, specifier.length - suffix.length) : undefined;
}

function findAliases(folder: string, root: string): Aliases | undefined {
  if (cache.has(folder)) return cache.get(folder);
  const config = ['tsconfig.json', 'jsconfig.json'].map((name) => join(folder, name)).find(isFile);
  const parent = dirname(folder);
  const atTop = parent === folder || folder === resolve(root);
  const found = config ? readAliases(config, 0) : atTop ? undefined : findAliases(parent, root);
  cache.set(folder, found);
  return found;
}

function readAliases(file: string, depth: number): Aliases | undefined {
  const config = readConfig(file);
  if (!config || depth > 5) return undefined;
  const { baseUrl, paths } = config.compilerOptions ?? {};
  if (baseUrl !== undefined || paths !== undefined) {
    const base = resolve(dirname(file), baseUrl ?? '.');
    return { base, paths: paths ?? {}, hasBaseUrl: baseUrl !== undefined };
  }
  const parents = [config.extends ?? []].flat().filter((name) => name.startsWith('.'));
  const candidates = parents.map((name) => resolve(dirname(file), name));
  const next = candidates.map((path) => (isFile(path) ? path : `${path}.json`)).find(isFile);
  return next === undefined ? undefined : readAliases(next, depth + 1);
}

/** tsconfig.json is JSON with comments and trailing commas. */
function readConfig(file: string): ConfigFile | undefined {
  const text = readFileSync(file, 'utf8');
  const stripped = text.replace(
    /("(?:\\.|[^"\\])*")|\/\/.*|\/\*[^]*?\*\//g,
    (_, string?: string) => string ?? '',
  );
  const clean = stripped.replace(/("(?:\\.|[^"\\])*")|,(?=\s*[\]}])/g, (_, string?: string) => string ?? '');
  try {
    return JSON.parse(clean.replace(/^\uFEFF/, '')) as ConfigFile;
  } catch {
    return undefined;
  }
}
