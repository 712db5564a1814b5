import { basename } from 'node:path';

interface Job {
  id: number;
  path: string;
}

function run(job: Job, rounds: number): string {
  let x = job.id;
  for (let i = 0; i < rounds; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return `${basename(job.path)} ${x}`;
}

export function runAll(jobs: Job[]): string[] {
  const rounds = 20000;
  const lines: string[] = [];
  for (const job of jobs) {
    lines.push(run(job, rounds));
  }
  return lines;
}

export function main(): void {
  console.log(runAll([1, 2, 3].map((id) => ({ id, path: `/tmp/${id}.txt` }))));
}
