/** Paths that a person named → the source files to work on. */
import { closeSync, openSync, readdirSync, readSync, statSync, type Dirent } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { SkippedFile } from '../model/index.ts';
import { extendChain, isIgnored, parentChain, patternChain, type IgnoreChain } from './gitignore.ts';

export interface DiscoveryOptions {
  readonly paths: readonly string[];
  /** Leave out what git ignores. */
  readonly gitignore: boolean;
  /** Further patterns to leave out, as in a `.gitignore` of the working directory. */
  readonly exclude: readonly string[];
  /** Take whatever may hold code: what doall wrote, dot folders, and files of other kinds that embed it. */
  readonly everything?: boolean;
}

export interface Discovery {
  /** Absolute, each once, in the order of the paths and by name inside a folder. */
  readonly files: readonly string[];
  /** Files that were named one by one. */
  readonly named: ReadonlySet<string>;
  /** Named paths that don't exist or can't be read, and folders without a source file. */
  readonly failed: readonly SkippedFile[];
}

type Obstacle = Pick<SkippedFile, 'reason' | 'message'>;

const sourceName = /\.(?:[cm]?[jt]s|[jt]sx)$/;
/** Components and pages: what they import, they may call. */
const embeddingName = /\.(?:vue|svelte|astro|mdx|html?|marko|riot|ejs|coffee|civet)$/;
const declarationName = /\.d\.(?:[^.]+\.)?[cm]?ts$/;
const writtenName = /\.worker\.(?:[cm]?[jt]s|[jt]sx)$|^runtime\.[cm]js$/;
const generatedLine = /^(?:#!.*\r?\n)?\/[/*].*\bdoall\b/;

/**
 * Folders are searched for JavaScript and TypeScript files; `node_modules`, dot folders, declaration files, worker modules
 * and copies of the runtime that doall wrote, links and what the options exclude are left out. A file named by itself is always taken.
 */
export function discoverFiles({ paths, gitignore, exclude, everything }: DiscoveryOptions): Discovery {
  const base: IgnoreChain = exclude.length > 0 ? [patternChain(process.cwd(), exclude)] : [];
  const files = new Set<string>();
  const named = new Set<string>();
  const failed: SkippedFile[] = [];
  for (const path of paths) {
    const absolute = resolve(path);
    const kind = kindOf(absolute);
    if (kind === 'file') {
      files.add(absolute);
      named.add(absolute);
    } else if (kind === 'folder') {
      const unreadable: SkippedFile[] = [];
      const found = walk(
        absolute,
        { base, nested: gitignore ? chainFor(absolute) : undefined, everything: everything === true },
        unreadable,
      );
      failed.push(...unreadable);
      if (found.length + unreadable.length === 0) failed.push(emptyFolder(absolute));
      for (const file of found) files.add(file);
    } else {
      failed.push({ file: absolute, ...kind });
    }
  }
  return { files: [...files], named, failed };
}

function kindOf(path: string): 'file' | 'folder' | Obstacle {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return explainError(error);
  }
}

function explainError(error: unknown): Obstacle {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { reason: 'missing', message: 'does not exist; check the path' };
  return { reason: 'unreadable', message: `can't be read (${code}); check its permissions` };
}

function emptyFolder(file: string): SkippedFile {
  const message =
    'no JavaScript or TypeScript files in this folder (what git ignores and node_modules are left out); name another one';
  return { file, reason: 'missing', message };
}

/** What holds in a folder: the patterns of the command line, and the `.gitignore` files unless they are switched off. */
interface Ignores {
  readonly base: IgnoreChain;
  readonly nested: IgnoreChain | undefined;
  /** Whether all that may hold code is taken. */
  readonly everything: boolean;
}

/** The `.gitignore` files above the folder; none of them when they ignore it, as a person who names an ignored folder means it. */
function chainFor(folder: string): IgnoreChain {
  const parents = parentChain(folder);
  return isIgnored(parents, folder, true) ? [] : parents;
}

function walk(folder: string, parents: Ignores, failed: SkippedFile[]): string[] {
  const ignores = { ...parents, nested: parents.nested && extendChain(parents.nested, folder) };
  const isLeftOut = (path: string, isFolder: boolean): boolean =>
    isIgnored(ignores.base, path, isFolder) || isIgnored(ignores.nested ?? [], path, isFolder);
  return listEntries(folder, failed).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const isHidden = ignores.everything ? entry.name === '.git' : entry.name.startsWith('.');
      const isSkipped = entry.name === 'node_modules' || isHidden || isLeftOut(path, true);
      return isSkipped ? [] : walk(path, ignores, failed);
    }
    return entry.isFile() && isSource(path, ignores.everything) && !isLeftOut(path, false) ? [path] : [];
  });
}

function listEntries(folder: string, failed: SkippedFile[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    failed.push({ file: folder, ...explainError(error) });
    return [];
  }
}

function isSource(path: string, takesAll: boolean): boolean {
  const name = basename(path);
  if (takesAll && embeddingName.test(name)) return true;
  if (!sourceName.test(name) || declarationName.test(name)) return false;
  return takesAll || !(writtenName.test(name) && isGenerated(path));
}

/** Whether the first line says that doall wrote the file; what can't be read is left for the parser to explain. */
function isGenerated(path: string): boolean {
  try {
    const descriptor = openSync(path, 'r');
    const start = Buffer.alloc(400);
    const length = readSync(descriptor, start);
    closeSync(descriptor);
    return generatedLine.test(start.toString('utf8', 0, length));
  } catch {
    return false;
  }
}
