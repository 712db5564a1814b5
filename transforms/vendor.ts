/** The runtime as a file of the project itself, so that rewritten code needs no package: `--vendor`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModuleFormat } from './render/module-format.ts';

/** Where `--vendor` puts the runtime unless told otherwise, seen from the working directory. */
export const defaultVendorFolder = 'vendor/doall';

export interface TextFile {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
}

const marker = '// doall: the runtime';

/**
 * The runtime and its types for a module of `format`, to be written to `folder`. The extensions say what they are, so neither
 * package.json nor a compiler's settings matter.
 * @throws {Error} when doall isn't built
 */
export function vendoredRuntime(folder: string, format: Pick<ModuleFormat, 'self'>): TextFile[] {
  const [code, types] = isEsm(format) ? (['js', 'd.ts'] as const) : (['cjs', 'd.cts'] as const);
  const home = findPackage();
  return [
    { file: join(folder, runtimeName(format)), text: head(home) + read(home, code) },
    {
      file: join(folder, `runtime.d.${isEsm(format) ? 'mts' : 'cts'}`),
      text: head(home) + read(home, types),
    },
  ];
}

/** What a module at `file` imports the copy in `folder` from: `../vendor/doall/runtime.mjs`. */
export function vendorSpecifier(folder: string, file: string, format: Pick<ModuleFormat, 'self'>): string {
  const path = relative(dirname(file), join(folder, runtimeName(format)))
    .split(sep)
    .join('/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** Those of the files that are there already and aren't a copy of the runtime. */
export function findForeign(files: readonly TextFile[]): string[] {
  const names = files.map(({ file }) => file).filter((file) => existsSync(file));
  return names.filter((file) => !readFileSync(file, 'utf8').startsWith(marker));
}

function isEsm({ self }: Pick<ModuleFormat, 'self'>): boolean {
  return self === 'import.meta.url';
}

function runtimeName(format: Pick<ModuleFormat, 'self'>): string {
  return isEsm(format) ? 'runtime.mjs' : 'runtime.cjs';
}

interface Home {
  readonly folder: string;
  readonly version: string;
}

/** Names its origin, keeps other tools' hands off, and carries the licence along. */
function head({ folder, version }: Home): string {
  const licence = readFileSync(join(folder, 'LICENSE'), 'utf8').trim();
  return `${marker}, version ${version}, copied by \`doall apply --vendor\`\n/* eslint-disable */\n// @ts-nocheck\n/*!\n${licence}\n*/\n`;
}

function read({ folder }: Home, extension: string): string {
  return readFileSync(join(folder, 'dist', `runtime.${extension}`), 'utf8');
}

/** doall's own folder, above the sources as above the build. */
export function findPackage(): Home {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) {
      const { name, version = '' } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>;
      if (name === 'doall') return { folder, version };
    }
    if (dirname(folder) === folder) throw new Error("doall's own package.json was not found");
  }
}
