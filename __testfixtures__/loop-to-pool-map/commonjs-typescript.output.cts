import { mapSync } from 'doall/runtime';
import { computeLine } from './commonjs-typescript.worker.cjs';

export interface Job {
  id: number;
  path: string;
}

export function runAll(jobs: Job[]): string[] {
  const seed = 5;
  const lines: string[] = mapSync(computeLine, [...jobs], { seed });
  return lines;
}

export function main(): void {
  console.log(runAll([1, 2, 3].map((id) => ({ id, path: `/tmp/${id}.txt` }))));
}
