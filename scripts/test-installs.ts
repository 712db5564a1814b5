/**
 * `npm run test:installs`: packs the built package, installs it into projects with TypeScript 5.9, 6, 7 and none, and there lints,
 * scans and rewrites a JavaScript and a TypeScript file. doall brings the TypeScript that its parser needs, so each must work alike.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const versions = ['5.9.3', '6.0.3', '7.0.2', undefined];

const loop = (type: string): string => `export function waves(n${type}) {
  const sums${type && ': number[]'} = [];
  for (let y = 0; y < n; y++) {
    let sum = 0;
    for (let x = 0; x < 100000; x++) sum += Math.sin(x * y);
    sums.push(sum);
  }
  return sums;
}
`;

const files: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "project", "type": "module" }\n',
  'eslint.config.js': "import doall from 'doall';\nexport default [doall.configs.recommended];\n",
  'src/plain.js': `${loop('')}console.log(waves(20).length);\n`,
  'src/typed.ts': loop(': number'),
};

function run(folder: string, command: string, ...args: string[]): { output: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  return { output: `${stdout}${stderr}`, status };
}

/** Runs a command that has to end with `code` and print `wanted`. */
function expectRun(folder: string, code: number, wanted: string, command: string, ...args: string[]): void {
  const { output, status } = run(folder, command, ...args);
  if (status !== code || !output.includes(wanted))
    throw new Error(`${[command, ...args].join(' ')} ended with ${status}, without "${wanted}":\n${output}`);
}

function checkInstall(folder: string, tarball: string, version: string | undefined): void {
  mkdirSync(join(folder, 'src'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const packages = [tarball, 'eslint@10.15.0', ...(version ? [`typescript@${version}`] : [])];
  // What npm prints depends on the log level that the caller's npm hands down, so its exit status speaks.
  expectRun(folder, 0, '', 'npm', 'install', '--no-audit', '--no-fund', ...packages);
  expectRun(folder, 0, '1 problem (0 errors, 1 warning)', 'npx', 'eslint', 'src');
  expectRun(folder, 1, '2 parallel', 'npx', 'doall', 'scan', 'src');
  expectRun(folder, 0, '2 files rewritten', 'npx', 'doall', 'apply', '--types', 'src');
  expectRun(folder, 0, '20', process.execPath, 'src/plain.js');
}

const workshop = mkdtempSync(join(tmpdir(), 'doall-installs-'));
try {
  expectRun(root, 0, 'doall-', 'npm', 'pack', '--ignore-scripts', '--pack-destination', workshop);
  const [tarball = ''] = readdirSync(workshop);
  for (const version of versions) {
    checkInstall(join(workshop, version ?? 'none'), join(workshop, tarball), version);
    console.log(`TypeScript ${version ?? 'none'}: installs, lints, scans and rewrites`);
  }
} finally {
  rmSync(workshop, { recursive: true, force: true });
}
