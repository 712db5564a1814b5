/**
 * Fixtures: `<case>.input.<ext>` beside `<case>.output.<ext>`, `<case>.output.worker.<ext>` and `<case>.verdict.txt`. A refusal has
 * an input and a verdict only. Modules that several cases import stand in `support/`. A case whose name ends in `-await` is
 * rewritten with `--await`.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rewriteFile } from '../../transforms/rewrite-file.ts';
import type { RewriteOptions } from '../../transforms/rewrite-file.ts';
import type { FileResult } from '../../transforms/finish.ts';

export interface Fixture {
  readonly name: string;
  readonly folder: string;
  /** `.mjs` */
  readonly extension: string;
  readonly input: string;
}

/** Files as they should be; undefined for one that should not be there. */
export interface Golden {
  readonly output: string | undefined;
  readonly worker: string | undefined;
  readonly verdict: string;
}

const root = resolve(import.meta.dirname, '../../__testfixtures__');

/** All cases of a folder of `__testfixtures__`, by name. */
export function listFixtures(folder: string): Fixture[] {
  const path = join(root, folder);
  return readdirSync(path)
    .map((file) => /^(.+)\.input(\.[a-z]+)$/.exec(file))
    .filter((match) => match !== null)
    .map(([file, name = '', extension = '']) => ({
      name,
      folder: path,
      extension,
      input: readFileSync(join(path, file), 'utf8'),
    }));
}

/** Rewrites the case as if it stood beside its fixture, as `<case>.<ext>`. */
export function rewriteFixture(
  { name, folder, extension, input }: Fixture,
  options: RewriteOptions = {},
): FileResult {
  const file = join(folder, `${name}${extension}`);
  return rewriteFile(input, file, { await: name.endsWith('-await'), ...options });
}

/** What came out, in the form of the files. */
export function toGolden(result: FileResult): Golden {
  const lines = [
    ...result.rewritten.map(({ line, form, plan, task }) => ({
      line,
      text: `${form}: ${plan}, task ${task}`,
    })),
    ...result.skipped.map(({ line, form, code, subject }) => ({
      line,
      text: `${form}: left, ${code} (${subject})`,
    })),
  ].sort((a, b) => a.line - b.line);
  const verdict = lines.map(({ line, text }) => `line ${String(line)} ${text}\n`).join('');
  return { output: result.output, worker: result.worker?.text, verdict };
}

export function readGolden(fixture: Fixture): Golden {
  const { output, worker, verdict } = goldenPaths(fixture);
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
  return { output: read(output), worker: read(worker), verdict: read(verdict) ?? '' };
}

export function writeGolden(fixture: Fixture, golden: Golden): void {
  const paths = goldenPaths(fixture);
  const write = (path: string, text: string | undefined) => {
    if (text === undefined) rmSync(path, { force: true });
    else writeFileSync(path, text);
  };
  write(paths.output, golden.output);
  write(paths.worker, golden.worker);
  write(paths.verdict, golden.verdict);
}

function goldenPaths({ folder, name, extension }: Fixture): Record<'output' | 'worker' | 'verdict', string> {
  const stem = join(folder, name);
  return {
    output: `${stem}.output${extension}`,
    worker: `${stem}.output.worker${extension}`,
    verdict: `${stem}.verdict.txt`,
  };
}
