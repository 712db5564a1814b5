// The worker's side: loads tasks, runs the chunks that the page sends.
import {
  runChunk,
  settleChunk,
  type ChunkPlan,
  type ChunkResult,
  type Failure,
  type Work,
} from '../chunk.ts';
import { mayBeGiven } from '../errors.ts';
import { shared } from '../shared.ts';
import { metaOf, taskKey, type AnyTask } from '../task.ts';
import type { Classes } from '../types.ts';
import { pack, unpack } from './codec/pack.ts';
import { marked, isMarked, type ToPage, type ToWorker } from './wire.ts';
import { web } from './web.ts';

/** A job as a worker knows it. */
interface WorkerJob {
  readonly plan: ChunkPlan;
  readonly classes: Classes;
}

type JobMessage = Extract<ToWorker, { type: 'job' }>;
type ChunkMessage = Extract<ToWorker, { type: 'chunk' }>;

const jobs = new Map<number, WorkerJob>();
/** Messages are handled one after another, as loading a task takes time. */
let last: Promise<void> = Promise.resolve();

/** Answers the page that started this worker, if it is one of a pool's. */
export function serve(): void {
  web.addEventListener?.('message', ({ data }) => {
    if (isMarked(data)) last = last.then(() => handle(data as ToWorker));
  });
}

async function handle(message: ToWorker): Promise<void> {
  if (message.type === 'hello') {
    shared.worker = true;
    send({ type: 'up' });
  } else if (message.type === 'job') await open(message);
  else if (message.type === 'chunk') await run(message);
  else jobs.delete(message.id);
}

function send(message: ToPage): void {
  web.postMessage?.(marked(message));
}

async function open({ id, url, name, constants, settled, truth }: JobMessage): Promise<void> {
  try {
    const task = await findTask(url, name);
    const classes = metaOf(task)?.classes ?? {};
    const plan = { work: task as unknown as Work, constants: unpack(constants, classes), settled, truth };
    jobs.set(id, { plan, classes });
  } catch (error) {
    send({ type: 'unable', id, reason: String(error) });
  }
}

/** The task: of the module at that URL, or, where a bundler moved the modules, the only one of that name. */
async function findTask(url: string, name: string): Promise<AnyTask> {
  const declared = shared.tasks.get(taskKey({ url, name })) ?? findByName(name);
  if (declared) return declared;
  await import(/* @vite-ignore */ /* webpackIgnore: true */ url);
  const found = shared.tasks.get(taskKey({ url, name }));
  if (!found) throw new Error(`${url} declares no task named ${name}`);
  return found;
}

function findByName(name: string): AnyTask | undefined {
  const found = [...shared.tasks.values()].filter((task) => metaOf(task)?.name === name);
  return found.length === 1 ? found[0] : undefined;
}

async function run({ id, start, items: packed }: ChunkMessage): Promise<void> {
  const job = jobs.get(id);
  if (!job) return;
  const { plan, classes } = job;
  const items = unpack(packed, classes) as unknown[];
  const began = performance.now();
  const ran = runChunk(plan, (index) => items[index - start], start, start + items.length);
  const took = performance.now() - began;
  const result = await settleChunk(ran, start, plan.settled);
  deliver(id, start, took, result, classes);
}

function deliver(id: number, start: number, took: number, result: ChunkResult, classes: Classes): void {
  const message = { type: 'chunk', id, start, took } as const;
  try {
    const failures = result.failures.map((failure) => settleFailure(failure, classes));
    send({ ...message, result: pack({ ...result, failures }, classes, 'result'), reason: '' });
  } catch (error) {
    // Refused by the scan, or by the structured clone itself.
    send({ ...message, result: undefined, reason: (error as Error).message });
  }
}

/** Leaves out an error that the page has to get by running its item again. */
function settleFailure(failure: Failure, classes: Classes): Failure {
  const { index, error, isRejection = false } = failure;
  return !isRejection && mayBeGiven(error, classes) ? { index, error: undefined, isLost: true } : failure;
}
