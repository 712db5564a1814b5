// Long tests of faults and leaks. Each program checks what it measures, and ends with a code when something is wrong.
import type { Run } from './project.ts';
import type { Section } from './sections.ts';

const faults = [
  'process.exit',
  'uncaught exception',
  'unhandled rejection',
  'out of memory',
  'native abort',
  'never boots',
];
const HEAP = '--max-old-space-size=64';

function faultRun(fault: string, form: string, temperature: string): Run {
  const isMemory = fault === 'out of memory';
  return { program: 'faults.mjs', args: [fault, form, temperature], flags: isMemory ? [HEAP] : [] };
}

/** All faults, forms and temperatures; in short each once. */
function faultRuns(isShort: boolean): Run[] {
  const forms = ['mapSync', 'map', 'imap'];
  return faults.flatMap((fault, row) =>
    forms.flatMap((form, column) =>
      ['cold', 'warm']
        .filter((_, side) => !isShort || (row + column + side) % 4 === 0)
        .map((temperature) => faultRun(fault, form, temperature)),
    ),
  );
}

const flags = ['--expose-gc', '--no-warnings'];

/** A program that takes the size of its task as its last argument. */
function soak(program: string, size: number, ...args: string[]): Run {
  return { program, args: [...args, String(size)], flags, limit: 900 };
}

export const soaks: Section[] = [
  {
    id: 'faults',
    title: 'Workers that are taken down: milliseconds to the right results',
    note: 'The plain loop takes about 50 ms; the task takes its worker down at every 50th item. No call hangs.',
    digits: 0,
    isSoak: true,

    runs: faultRuns,
  },
  {
    id: 'kills',
    title: 'Workers that die at random points',
    note: 'By process.exit inside an item, or ended from outside; calls of all forms, one or two at a time.',
    digits: 1,
    isSoak: true,
    isMixed: true,
    runs: (isShort) => [soak('kills.mjs', isShort ? 30 : 10_000)],
  },
  {
    id: 'crowd',
    title: 'More threads than cores',
    note: 'Calls of all forms, one after another.',
    digits: 1,
    isSoak: true,
    isMixed: true,
    runs: (isShort) => [soak('crowd.mjs', isShort ? 8 : 200)],
  },
  {
    id: 'million',
    title: 'A million calls',
    note: 'One in fifty on workers, the others too small for them.',
    digits: 1,
    isSoak: true,
    isMixed: true,
    runs: (isShort) => [soak('million.mjs', isShort ? 10_000 : 1_000_000)],
  },
  {
    id: 'flood',
    title: 'Gigabytes of results',
    note: 'Results of a megabyte each, read by a consumer that is slower than the workers.',
    digits: 1,
    isSoak: true,
    isMixed: true,
    runs: (isShort) => ['imap', 'imapSync'].map((form) => soak('flood.mjs', isShort ? 1 : 5, form)),
  },
];
