// What is measured: each section is a table, filled by programs that run in processes of their own.
import type { Run, Sample } from './project.ts';
import { predictScale } from './scale.ts';
import { soaks } from './soaks.ts';

/** What is asked for. */
export interface Target {
  readonly least?: number;
  readonly most?: number;
}

export type Lookup = (row: string, column: string) => number;

/** As {@link Lookup}, in a section. */
export type SectionLookup = (section: string, row: string, column: string) => number;

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** Digits after the point. */
  readonly digits: number;
  /** Whether it holds counts among the figures: integers are printed as such. */
  readonly isMixed?: boolean;
  /** Whether a plain `npm run bench` leaves it out. */
  readonly isSoak?: boolean;
  runs(isShort: boolean): Run[];
  /** Samples that follow from measured ones. */
  derive?(known: SectionLookup): Sample[];
  /** @param known the median of another cell, or NaN */
  target?(row: string, column: string, known: Lookup): Target | undefined;
}

const lists = [
  '10 µs items',
  '100 µs items',
  '1 ms items',
  '50 ms items',
  'triangular, up',
  'triangular, down',
  'mandelbrot rows',
  'objects of 40 µs',
  '20 ms in all',
];

function listTarget(row: string, column: string): Target | undefined {
  if (row === 'doall mapSync')
    return { least: { 'mandelbrot rows': 1.85, '20 ms in all': 1.7 }[column] ?? 1.92 };
  if (row === 'doall map' && lists.indexOf(column) < 6)
    return { least: column === '10 µs items' ? 1.72 : 1.8 };
  return undefined;
}

const FIRST = 'to the first result';
const pools = ['piscina', 'tinypool', 'workerpool', 'poolifier'];
/** The maker of contenders, and the contender's name. */
const firsts: [string, string][] = [
  ['doall', 'doall mapSync'],
  ['doall', 'doall map'],
  ...pools.map((pool): [string, string] => [pool, `${pool}, by chunk`]),
  ['raw', 'raw threads, equal shares'],
];

/** The same programs several times over, so that they take turns. */
function repeat(count: number, runs: Run[]): Run[] {
  return Array.from({ length: count }, () => runs).flat();
}

const measurements: Section[] = [
  {
    id: 'speed',
    title: 'Speed-up, warm',
    note: 'Lists of about 120 ms of work (the last: of 20 ms). By chunk: four equal chunks for each thread, made by hand.',
    digits: 2,
    runs: (isShort) =>
      lists.map((list) => ({ program: 'compare.mjs', args: [list, isShort ? '1' : '7'], limit: 150 })),
    target: listTarget,
  },
  {
    id: 'cold',
    title: 'Speed-up of the first call of a process, by its work',
    note: 'Making the pool and starting its workers count; loading the library does not.',
    digits: 2,
    runs: (isShort) =>
      repeat(
        isShort ? 1 : 5,
        ['20', '80', '320'].flatMap((work) =>
          firsts.map((first) => ({ program: 'cold.mjs', args: [...first, work] })),
        ),
      ),
    target: (row, column) =>
      row === 'doall mapSync' ? { least: { '20 ms': 0.97, '80 ms': 1.25 }[column] ?? 1.7 } : undefined,
  },
  {
    id: 'small',
    title: 'Calls too small for workers',
    note: 'The time of the plain loop over that of the call; items × their cost; cold: no worker is up.',
    digits: 2,
    runs: (isShort) =>
      ['cold', 'warm'].map((temperature) => ({
        program: 'small.mjs',
        args: [temperature, isShort ? '3' : '25'],
      })),
    target: (row, column) =>
      column === 'mapSync' ? { least: row.includes('5 ns') ? 0.6 : 0.97 } : undefined,
  },
  {
    id: 'typed',
    title: 'A Float64Array of 2 million',
    note: 'Three `mapSync` calls in a row on the same array. “Of shared”: the speed-up with an array of its own over that with one in shared memory.',
    digits: 2,
    runs: (isShort) => [{ program: 'typed.mjs', args: [isShort ? '1' : '7'] }],
    target: (_, column) => (column === 'of shared' ? { least: 0.9 } : undefined),
  },
  {
    id: 'start',
    title: 'From a cold start to the first result that a worker gives, in ms',
    note: 'One worker, in a fresh process; making the pool counts, loading the library is the other column.',
    digits: 1,
    runs: (isShort) =>
      repeat(
        isShort ? 1 : 9,
        ['raw worker_threads', 'doall mapSync', 'doall imap', ...pools].map((library) => ({
          program: 'start.mjs',
          args: [library],
        })),
      ),
    target: (row, column, known) =>
      row.startsWith('doall') && column === FIRST
        ? { most: 15 + known('raw worker_threads', FIRST) }
        : undefined,
  },
  {
    id: 'memory',
    title: 'Memory for each worker, in MB',
    note: 'What the process holds more with eight workers that have each run an item.',
    digits: 1,
    runs: (isShort) =>
      repeat(
        isShort ? 1 : 5,
        ['raw worker_threads', 'doall', 'piscina', 'tinypool'].map((library) => ({
          program: 'memory.mjs',
          args: [library],
        })),
      ),
    target: (row) => (row === 'doall' ? { most: 9 } : undefined),
  },
  {
    id: 'overhead',
    title: 'What an item costs to send and its result to fetch',
    note: 'Items of about 50 ns of work, on two threads. CPU time is that of all threads, less the plain loop’s.',
    digits: 3,
    runs: (isShort) => [{ program: 'overhead.mjs', args: [isShort ? '1' : '9'] }],
    target: (row, column) =>
      column.startsWith('CPU') && ['a range', 'numbers', 'Float64Array'].includes(row)
        ? { most: 0.05 }
        : undefined,
  },
  {
    id: 'carrier',
    title: 'Workers of another pool as the carrier',
    note:
      'Why the runtime starts its workers itself: the same guided scheduler with a blocking caller, over one worker of each. ' +
      'Another pool starts and re-arms its workers from the event loop, which a blocking call does not return to: a cold pool ' +
      'does not help in the first call, and of calls in a row only the first gets help.',
    digits: 2,
    runs: (isShort) =>
      ['raw worker_threads', 'piscina', 'tinypool'].map((carrier) => ({
        program: 'carrier.mjs',
        args: [carrier, isShort ? '3' : '15'],
      })),
  },
  {
    id: 'scale-costs',
    title: 'What the model of scale is made of, in µs of CPU time',
    note: 'A chunk costs this beyond its items, on both sides together.',
    digits: 2,
    runs: (isShort) => [{ program: 'messages.mjs', args: [isShort ? '3' : '9'] }],
  },
  {
    id: 'scale',
    title: 'Speed-up on more threads, by simulation',
    note:
      'A discrete-event simulation of `mapSync` with the runtime’s own claims (bench/runtime/scale.ts) and the costs above, ' +
      'beside what is measured here on one and two threads. Lists of 120 ms of work, unless said otherwise. The last column: ' +
      'the part of the call that the calling thread spends on messages, on 64 threads.',
    digits: 2,
    runs: (isShort) => [{ program: 'threads.mjs', args: [isShort ? '1' : '7'], limit: 150 }],
    derive: predictFromMessages,
  },
];

/** The model's speed-ups, with half of a chunk's cost on either side. */
function predictFromMessages(known: SectionLookup): Sample[] {
  const costOf = (row: string) => 1000 * known('scale-costs', row, 'µs');
  const half = costOf('a chunk: to send, to take in, and to place') / 2;
  const wake = costOf('a message to a worker');
  // Between cores, the counter's cache line takes about 100 ns to change hands.
  const claim = Math.max(100, costOf('a claim'));
  return Number.isNaN(half) ? [] : predictScale({ claim, wake, send: half, receive: half });
}

export const sections: readonly Section[] = [...measurements, ...soaks];
