import { basename } from 'node:path';

interface Job {
  id: number;
  path: string;
}

function run(job: Job, seed: number): string {
  let x = job.id + seed;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return `${basename(job.path)} ${x}`;
}

export function runAll(jobs: Job[]): string[] {
  const seed = 5;
  const lines: string[] = [];
  for (const job of jobs) {
    lines.push(run(job, seed));
  }
  return lines;
}

export function main(): void {
  console.log(runAll([1, 2, 3].map((id) => ({ id, path: `/tmp/${id}.txt` }))));
}
