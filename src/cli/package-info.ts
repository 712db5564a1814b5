/** Where doall itself is installed, and its version. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PackageInfo {
  readonly folder: string;
  readonly version: string;
}

/** Found by walking up from this file: the layout differs between the sources and the build. */
export function findPackage(): PackageInfo {
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      name?: string;
      version?: string;
    };
    if (name === 'doall') return { folder, version: version ?? '0.0.0' };
  }
  throw new Error("doall's own package.json was not found");
}
