/** `--propagate`: functions become asynchronous, and are awaited in all their callers, before their loops are rewritten. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { discoverFiles } from './discover.ts';
import { nameOf } from './files.ts';
import { repositoryOf, requireCommitted } from './git.ts';
import { findPackage } from './package-info.ts';

interface FunctionPlace {
  readonly file: string;
  readonly line: number;
}

/** What became of the functions whose loops can be awaited; file names as people see them. */
export interface Propagation {
  readonly propagated: readonly (FunctionPlace & { readonly name: string })[];
  readonly refused: readonly (FunctionPlace & { readonly code: string; readonly because: FunctionPlace })[];
}

/** The built module, dist/transforms/propagate.cjs. */
interface PropagateModule {
  readonly propagate: (request: {
    readonly files: readonly string[];
    readonly targets: readonly string[];
    readonly options: Readonly<Record<string, unknown>>;
  }) => Propagation & { readonly texts: ReadonlyMap<string, string> };
  readonly writePropagation: (texts: ReadonlyMap<string, string>) => void;
}

interface PropagateArguments {
  readonly dry: boolean;
  readonly force: boolean;
  readonly minWork: number;
  readonly pure: readonly string[];
  readonly types: boolean;
  readonly profile: string | undefined;
}

export interface PreparedPropagation extends Propagation {
  /** Replaces the changed files. */
  readonly write: () => void;
}

/**
 * Callers are looked for in the whole project around the targets: tests, ignored files, worker modules and components too.
 * @throws {UserError} when a file with a caller has uncommitted changes
 */
export function propagateAsync(targets: readonly string[], args: PropagateArguments): PreparedPropagation {
  const module = join(findPackage().folder, 'dist/transforms/propagate.cjs');
  const { propagate, writePropagation } = createRequire(import.meta.url)(module) as PropagateModule;
  const paths = [...new Set([...targets.map((file) => projectAround(dirname(file))), ...targets])];
  const { files } = discoverFiles({ paths, gitignore: false, exclude: [], everything: true });
  const { minWork, pure, types, profile } = args;
  const result = propagate({ files, targets, options: { minWork, pure, types, profile } });
  if (!args.dry && !args.force) requireCommitted([...result.texts.keys()]);
  return {
    write: () => {
      if (!args.dry) writePropagation(result.texts);
    },
    propagated: result.propagated.map((one) => ({ ...one, file: nameOf(one.file) })),
    refused: result.refused.map((one) => ({
      ...one,
      file: nameOf(one.file),
      because: { ...one.because, file: nameOf(one.because.file) },
    })),
  };
}

/** The repository, else the outermost folder that has a package.json, else the working directory. */
function projectAround(folder: string): string {
  return repositoryOf(folder) ?? outermostPackage(folder) ?? process.cwd();
}

function outermostPackage(folder: string): string | undefined {
  const parent = dirname(folder);
  const above = parent === folder ? undefined : outermostPackage(parent);
  return above ?? (existsSync(join(folder, 'package.json')) ? resolve(folder) : undefined);
}
