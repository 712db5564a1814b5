// doall: tasks of ./commonjs-typescript.cts
import { task } from 'doall/runtime';
import { basename } from 'node:path';
import type { Job } from './commonjs-typescript.cjs';

function run(job: Job, seed: number): string {
  let x = job.id + seed;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return `${basename(job.path)} ${x}`;
}

export const computeLine = task(__filename, 'computeLine', (job: Job, { seed }: { seed: number }): string =>
  run(job, seed),
);
