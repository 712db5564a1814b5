/** Verdicts of a file that other files stand beside. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openProject, parseSource } from '../../src/parse/index.ts';
import { analyze, createAnalyzeContext } from '../../src/verdict/index.ts';
import { outcomeOf } from './support.ts';

const root = mkdtempSync(join(tmpdir(), 'doall-beside-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const heavy =
  'function heavy(x) { let t = 0; for (let i = 0; i < 50; i++) t = (t * 31 + x * i) % 1009; return t; }';

let count = 0;

/** The verdict of the first loop of `main`, or of its call of `map`, in a project of its own; it may call `heavy`. */
export function judgeBeside(files: Readonly<Record<string, string>>, main: string): string {
  const folder = join(root, String(count++));
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const file = join(folder, /\b(?:require|exports)\b/.test(main) ? 'main.cjs' : 'main.mjs');
  writeFileSync(file, `${main}\n${heavy}`);
  const parsed = parseSource(`${main}\n${heavy}`, file);
  if ('skipped' in parsed) throw new Error(parsed.skipped.message);
  const verdicts = analyze(parsed.unit, createAnalyzeContext({}, openProject(folder)));
  const verdict = verdicts.find(({ loop }) => loop.form === 'map') ?? verdicts[0];
  if (!verdict) throw new Error('no loop');
  return outcomeOf(verdict);
}
