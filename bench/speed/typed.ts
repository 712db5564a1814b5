/** `doall/recommended` beside typescript-eslint's `recommended-type-checked`, both with types, over the TypeScript of public repositories. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { printTable } from '../accuracy/tools.ts';

interface TypedRun {
  readonly files: number;
  readonly ms: number;
  readonly problems: number;
  readonly memory: number;
}

const names = ['none', 'checked', 'doall'] as const;

/** Prints CPU and memory of each config. @param list a file with the paths of the sources @param times runs of each config */
export function measureTyped(list: string, repos: string, times: number): void {
  const program = join(import.meta.dirname, 'typed.mjs');
  const runs: Record<(typeof names)[number], TypedRun[]> = { none: [], checked: [], doall: [] };
  for (let turn = 0; turn < times * names.length; turn++) {
    const name = names[turn % names.length] ?? 'none';
    process.stderr.write(`typed ${name}\n`);
    const { stdout } = spawnSync(process.execPath, [program, list, name, repos], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    runs[name].push(JSON.parse(stdout) as TypedRun);
  }
  const none = median(runs.none.map(({ ms }) => ms));
  const above = (name: 'checked' | 'doall') => median(runs[name].map(({ ms }) => ms)) - none;
  const row = (title: string, name: (typeof names)[number], ms: number) => [
    title,
    ms.toFixed(0),
    `${runs[name][0]?.problems ?? 0}`,
    `${median(runs[name].map(({ memory }) => memory))}`,
  ];
  const files = runs.none[0]?.files ?? 0;
  console.log(`\nLint of ${files} files with types: CPU of the rules alone, medians of ${times} runs\n`);
  printTable(
    ['config', 'ms', 'reports', 'peak MB'],
    [
      row('no rules', 'none', none),
      row('recommended-type-checked', 'checked', above('checked')),
      row('doall/recommended', 'doall', above('doall')),
    ],
  );
  console.log(
    `\nratio of medians ${(above('doall') / above('checked')).toFixed(2)} (wanted: at most 1.00)\n`,
  );
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}
