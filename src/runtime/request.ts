// Requests and answers: a chunk of a call as bytes, for an executor to carry to another process or machine.
import { builtin } from './builtin.ts';
import { now } from './clock.ts';
import { runChunk, settleChunk, type ChunkPlan, type Work } from './chunk.ts';
import { unpack, unpackConstants, type Packed } from './codec/pack.ts';
import { loadTask } from './load.ts';
import { catchOutput, takeOutput } from './output.ts';
import type { ChunkMessage } from './protocol.ts';
import { packResult } from './recall.ts';
import type { Chunk } from './schedule.ts';
import type { TaskMeta } from './task.ts';
import type { ChunkRequest } from './types.ts';

const { deserialize, serialize } = builtin('v8');

/** What stands in a request. */
interface Payload extends Pick<ChunkPlan, 'settled' | 'truth'> {
  readonly items: Packed;
  readonly constants: Packed;
}

/** What stands in an answer. */
export type Answer = Pick<ChunkMessage, 'values' | 'failures' | 'unsent' | 'output' | 'took'>;

/** @throws {TypeError} when the items or the constants refer to shared memory, which can't leave the process */
export function packRequest(
  { url, name }: TaskMeta,
  { settled, truth }: ChunkPlan,
  { start, end }: Chunk,
  [items, constants]: readonly [Packed, Packed],
): ChunkRequest {
  if (items.shared.length + constants.shared.length > 0) {
    throw new TypeError('shared memory cannot be sent to another process');
  }
  const payload: Payload = { items, constants, settled, truth };
  return { module: url, task: name, start, end, payload: serialize(payload) };
}

/**
 * Runs a chunk that an executor brought here, and gives the answer for it to bring back. The module of the task must be
 * found here under the same URL. Requests are data of the program: take them from nobody else.
 * @throws when the module can't be loaded or holds no such task
 */
export async function runRequest(request: ChunkRequest): Promise<Uint8Array> {
  const { start, end } = request;
  const { items, constants, settled, truth } = deserialize(request.payload) as Payload;
  const { task, meta } = await loadTask(request.module, request.task);
  const { classes } = meta;
  const list = unpack(items, classes) as unknown[];
  const plan = {
    work: task as unknown as Work,
    constants: unpackConstants(constants, classes),
    settled,
    truth,
  };
  const began = now();
  const release = catchOutput();
  try {
    const result = await settleChunk(
      runChunk(plan, (index) => list[index - start], start, end),
      start,
      settled,
    );
    const took = now() - began;
    const packed = packResult(result, classes, start, meta.name);
    const answer: Answer = { ...packed, output: takeOutput(), took };
    return serialize(answer);
  } finally {
    release();
  }
}
