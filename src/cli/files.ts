/** Files as people see them. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Relative to the working directory. */
export function nameOf(file: string): string {
  return relative(process.cwd(), file) || file;
}

/** Undefined when it can't be read. */
export function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
