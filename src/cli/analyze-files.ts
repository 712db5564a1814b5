/** Many files → their results: in this process, or spread over child processes when there are enough to pay for their start. */
import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { FromChild, ToChild } from './analysis-child.ts';
import { crashed, createFileAnalyzer, type AnalysisRequest, type FileResult } from './analyze-file.ts';
import { analysisChildArgument } from './child-arguments.ts';

export interface AnalysisHooks {
  /** Most processes to use; all cores when undefined. */
  readonly cpus: number | undefined;
  /** Called after each file with the number of files done. */
  readonly onProgress: (done: number) => void;
}

/** A child takes about half a second to start: it must have this many files to itself. */
const filesPerChild = 100;
const batchSize = 16;

/** One result a file, in the order of `files`. A file that kills its process is given as a crash; the rest is still done. */
export async function analyzeFiles(
  files: readonly string[],
  request: AnalysisRequest,
  { cpus, onProgress }: AnalysisHooks,
): Promise<FileResult[]> {
  const children = Math.min(cpus ?? availableParallelism(), Math.ceil(files.length / filesPerChild));
  const results = new Map<string, FileResult>();
  const keep = (result: FileResult): void => {
    results.set(result.file, result);
    onProgress(results.size);
  };
  if (children <= 1) {
    const analyzeFile = createFileAnalyzer(request);
    for (const file of files) keep(analyzeFile(file));
  } else {
    const queue = [...files];
    await Promise.all(Array.from({ length: children }, () => drain(queue, request, keep)));
  }
  return files.flatMap((file) => results.get(file) ?? []);
}

/** Keeps one child busy until the queue is empty; after a death each file that it left is tried by itself. */
async function drain(
  queue: string[],
  request: AnalysisRequest,
  keep: (result: FileResult) => void,
): Promise<void> {
  while (queue.length > 0) {
    for (const file of await runChild(queue, request, keep)) {
      const [culprit] = await runChild([file], request, keep);
      if (culprit !== undefined) keep(crashed(culprit, 'the analysis ended its process'));
    }
  }
}

/** Resolves with the files that were sent to the child and got no result. */
function runChild(
  queue: string[],
  request: AnalysisRequest,
  keep: (result: FileResult) => void,
): Promise<string[]> {
  const child = fork(process.argv[1] ?? '', [analysisChildArgument], { serialization: 'advanced' });
  let pending: string[] = [];
  send(child, { request });
  child.on('message', (message: FromChild) => {
    if ('result' in message) {
      pending = pending.filter((file) => file !== message.result.file);
      keep(message.result);
      return;
    }
    pending = queue.splice(0, batchSize);
    if (pending.length > 0) send(child, { files: pending });
    else child.disconnect();
  });
  return new Promise((resolve) => {
    child.on('exit', () => {
      resolve(pending);
    });
  });
}

function send(child: ChildProcess, message: ToChild): void {
  child.send(message);
}
