/**
 * `npm run fuzz -- [--programs 200000] [--seed n] [--seconds n] [--jobs n]`: random loop programs, each rewritten (every legal loop,
 * worthwhile or not) and run both ways under the runtime's snapshot meaning. Prints the seed, the share rewritten, and the smallest
 * program of each kind of difference. Time may run out before all programs have run; that is no failure. Exit 1 on any difference, and
 * when a program, or the analysis of one, doesn't end: it is printed.
 */
import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { ChildMessage } from './child.ts';
import type { FuzzReport, Progress } from './run.ts';

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

/** Longer than any step of a program takes, on a busy machine too. */
const hangSeconds = 90;

/** A share that had to be ended. */
interface Hang {
  readonly ran: number;
  readonly hung: string;
}

/** Runs a share of the programs in a process of its own, which is ended when a step of a program doesn't end. */
function inChild(childSeed: number, share: number, secondsLeft: number): Promise<FuzzReport | Hang> {
  const child = fork(new URL('child.ts', import.meta.url), { execArgv: process.execArgv });
  child.send({ programs: share, seed: childSeed, seconds: secondsLeft });
  return new Promise((resolve, reject) => {
    let last: Progress | undefined;
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve({ ran: last?.number ?? 0, hung: describeHang(childSeed, last) });
    }, hangSeconds * 1000);
    child.on('message', (message: ChildMessage) => {
      timer.refresh();
      if ('progress' in message) last = message.progress;
      else {
        resolve(message.report);
        child.disconnect();
      }
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the process with seed ${childSeed} ended with ${code} at\n${last?.text ?? ''}`));
    });
  });
}

function describeHang(childSeed: number, last: Progress | undefined): string {
  if (last === undefined) return `\nNothing happened for ${hangSeconds} s (seed ${childSeed})`;
  const { number, phase, text } = last;
  return `\nA program ${phase} for more than ${hangSeconds} s (seed ${childSeed}, program ${number}):\n${text}`;
}

/** What the analysis keeps of each program adds up: a process gets no more than this. */
const mostInOne = 500;

/** All shares, `jobs` at a time, each with a seed of its own. */
async function inChildren(): Promise<(FuzzReport | Hang)[]> {
  const shares = Array.from({ length: Math.ceil(programs / mostInOne) }, (_, at) => at);
  const ended: (FuzzReport | Hang)[] = [];
  const end = Date.now() + seconds * 1000;
  const work = async (): Promise<void> => {
    for (let at = shares.shift(); at !== undefined && Date.now() < end; at = shares.shift()) {
      const share = Math.min(mostInOne, programs - at * mostInOne);
      ended.push(await inChild(seed + at, share, Math.ceil((end - Date.now()) / 1000)));
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return ended;
}

console.log(`fuzz: seed ${seed}, ${programs} programs`);
const ended = await inChildren();
const reports = ended.filter((one): one is FuzzReport => !('hung' in one));
const hung = ended.flatMap((one) => ('hung' in one ? one.hung : []));

const sum = (read: (report: FuzzReport) => number): number =>
  reports.reduce((total, report) => total + read(report), 0);
const ran = ended.reduce((total, one) => total + one.ran, 0);
const percent = (part: number): string => `${((100 * part) / Math.max(ran, 1)).toFixed(1)} %`;
const [rewritten, crossed] = [sum((report) => report.rewritten), sum((report) => report.crossed)];
console.log(
  `${ran} programs ran, ${percent(rewritten)} rewritten, ${percent(crossed)} with items that really crossed`,
);
const failures = [...hung, ...reports.flatMap(({ difference }) => difference ?? [])];
for (const failure of failures) console.log(failure);
if (failures.length === 0) console.log('no difference');
process.exitCode = failures.length === 0 ? 0 : 1;
