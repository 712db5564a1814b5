/**
 * `npm run fuzz -- [--programs 200000] [--seed n] [--seconds n] [--jobs n]`: random loop programs, each rewritten (every legal loop,
 * worthwhile or not) and run both ways under the runtime's snapshot meaning. Prints the seed, the share rewritten, and the smallest
 * program of each kind of difference. Exit 1 on any difference.
 */
import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { fuzz, type FuzzReport } from './run.ts';

const { values } = parseArgs({
  options: {
    programs: { type: 'string', default: '2000' },
    seed: { type: 'string' },
    seconds: { type: 'string', default: '3000' },
    jobs: { type: 'string', default: '1' },
  },
});
const jobs = Number(values.jobs);
const programs = Number(values.programs);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const seconds = Number(values.seconds);

/** Runs a share of the programs in a process of its own. */
function inChild(childSeed: number, share: number): Promise<FuzzReport> {
  const child = fork(new URL('child.ts', import.meta.url), { execArgv: process.execArgv });
  child.send({ programs: share, seed: childSeed, seconds });
  return new Promise((resolve, reject) => {
    child.on('message', (report) => {
      resolve(report as FuzzReport);
      child.disconnect();
    });
    child.on('exit', (code) => {
      reject(new Error(`the process with seed ${childSeed} ended with ${code}`));
    });
  });
}

/** What the analysis keeps of each program adds up: a process gets no more than this. */
const mostInOne = 2_000;

/** All shares, `jobs` at a time, each with a seed of its own. */
async function inChildren(): Promise<FuzzReport[]> {
  const shares = Array.from({ length: Math.ceil(programs / mostInOne) }, (_, at) => at);
  const reports: FuzzReport[] = [];
  const end = Date.now() + seconds * 1000;
  const work = async (): Promise<void> => {
    for (let at = shares.shift(); at !== undefined && Date.now() < end; at = shares.shift()) {
      const share = Math.min(mostInOne, programs - at * mostInOne);
      reports.push(await inChild(seed + at, share));
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return reports;
}

console.log(`fuzz: seed ${seed}, ${programs} programs`);
const isSmall = jobs === 1 && programs <= mostInOne;
const reports = isSmall ? [fuzz({ programs, seed, seconds })] : await inChildren();

const sum = (read: (report: FuzzReport) => number): number =>
  reports.reduce((total, report) => total + read(report), 0);
const ran = sum((report) => report.ran);
const percent = (part: number): string => `${((100 * part) / Math.max(ran, 1)).toFixed(1)} %`;
const [rewritten, crossed] = [sum((report) => report.rewritten), sum((report) => report.crossed)];
console.log(
  `${ran} programs ran, ${percent(rewritten)} rewritten, ${percent(crossed)} with items that really crossed`,
);
const differences = reports.flatMap(({ difference }) => difference ?? []);
for (const difference of differences) console.log(difference);
if (differences.length === 0) console.log('no difference');
process.exitCode = differences.length === 0 ? 0 : 1;
