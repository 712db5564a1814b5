/**
 * `npm run precision -- --repos DIR [--packages DIR…] [--files 5000]`: how often `recommended` speaks on code that nobody wrote
 * for it, and how often rightly. Every finding is looked up in `findings.md`, where its verdict was written down by hand; those
 * without one are printed as rows to fill in. Exits with 1 when there are such, or when a bound is missed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../../rules/index.ts';
import type { SourceFile } from './files.ts';
import { packageFiles, repositoryFiles } from './files.ts';

const mostFindings = 1;
const leastPrecision = 0.9;

interface Finding {
  /** `owner/repo: path:line rule`: what `findings.md` knows it by. */
  readonly key: string;
  readonly message: string;
}

interface Result {
  readonly files: number;
  readonly unparsed: number;
  readonly lines: number;
  readonly findings: readonly Finding[];
}

const { values } = parseArgs({
  options: {
    repos: { type: 'string' },
    packages: { type: 'string', multiple: true, default: ['node_modules'] },
    files: { type: 'string', default: '5000' },
  },
});

const config: Linter.Config = {
  ...plugin.configs.recommended,
  files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'],
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  linterOptions: { noInlineConfig: true },
};

function lint(files: Iterable<SourceFile>): Result {
  let count = 0;
  let unparsed = 0;
  let lines = 0;
  const findings: Finding[] = [];
  for (const file of files) {
    count++;
    if (count % 500 === 0)
      console.error(`${String(count)} files, ${String(lines)} lines, ${String(findings.length)} findings`);
    const messages = new Linter({ cwd: file.root }).verify(file.text, [config], { filename: file.path });
    if (messages.some(({ fatal }) => fatal)) unparsed++;
    else lines += file.text.split('\n').length;
    // ESLint's own messages (comments that it passes over) name no rule.
    for (const { ruleId, line, message } of messages) {
      if (ruleId !== null) findings.push({ key: `${file.name}:${String(line)} ${ruleId}`, message });
    }
  }
  return { files: count, unparsed, lines, findings };
}

/** `| finding | verdict | why |` → finding to whether it is right. */
function readVerdicts(): Map<string, boolean> {
  const text = readFileSync(join(import.meta.dirname, 'findings.md'), 'utf8');
  const rows = text.matchAll(/^\| `([^`]+)` *\| (right|wrong) *\|/gm);
  return new Map([...rows].map(([, key, verdict]) => [key ?? '', verdict === 'right']));
}

function report(name: string, result: Result, verdicts: ReadonlyMap<string, boolean>): boolean {
  const { files, unparsed, lines, findings } = result;
  const rate = (findings.length / lines) * 10_000;
  const judged = findings.filter(({ key }) => verdicts.has(key));
  const right = judged.filter(({ key }) => verdicts.get(key));
  const precision = judged.length === 0 ? 1 : right.length / judged.length;
  console.log(
    `${name}: ${String(files)} files (${String(unparsed)} don't parse), ${String(lines)} lines, ${String(findings.length)} findings, ${rate.toFixed(2)} in 10,000 lines; ${String(right.length)} of ${String(judged.length)} judged are right`,
  );
  for (const { key, message } of findings) {
    if (!verdicts.has(key)) console.log(`| \`${key}\` | ? | ${message} |`);
  }
  return rate < mostFindings && precision >= leastPrecision && judged.length === findings.length;
}

const verdicts = readVerdicts();
const inRepositories =
  values.repos === undefined || report('repositories', lint(repositoryFiles(values.repos)), verdicts);
const inPackages = report('packages', lint(packageFiles(values.packages, Number(values.files))), verdicts);
process.exitCode = inRepositories && inPackages ? 0 : 1;
