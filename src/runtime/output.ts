// What tasks print: caught, and printed by the calling thread when the chunk's turn has come, as chunks aren't run in
// order. Besides, a worker's own streams need the caller's event loop, which may be blocked, and mix lines.

/** Texts in the order they were written: to stdout, or to stderr. */
export type Output = readonly { readonly stream: 'stdout' | 'stderr'; readonly text: string | Uint8Array }[];

let caught: Output[number][] = [];

/** A stream as far as it is changed here: its `write` is put back as it was, bound or not. */
interface Writer {
  write: typeof process.stdout.write;
}

/** From now on, what this thread prints is caught, until the function is called that this gives. */
export function catchOutput(): () => void {
  const { stdout, stderr }: Record<'stdout' | 'stderr', Writer> = process;
  const writes = [stdout.write, stderr.write] as const;
  stdout.write = catcher('stdout');
  stderr.write = catcher('stderr');
  return () => {
    [stdout.write, stderr.write] = writes;
  };
}

/** As {@link catchOutput}, on the calling thread: where a task ends the process, what it printed is printed before. */
export function holdOutput(): () => void {
  const ender: Ender = process;
  const { exit } = ender;
  const releaseOutput = catchOutput();
  const release = (): void => {
    ender.exit = exit;
    releaseOutput();
  };
  ender.exit = (code) => {
    release();
    printOutput(takeOutput());
    return exit(code);
  };
  return release;
}

/** The process as far as it is changed here. */
interface Ender {
  exit: (code?: number | string | null) => never;
}

function catcher(stream: 'stdout' | 'stderr'): typeof process.stdout.write {
  return (text: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
    // Bytes are copied, as whoever wrote them may go on to use them.
    const isText = typeof text === 'string' && typeof encoding !== 'string';
    caught.push({ stream, text: isText ? text : Buffer.from(text as string, encoding as BufferEncoding) });
    const callback = typeof encoding === 'function' ? encoding : done;
    if (typeof callback === 'function') queueMicrotask(callback as () => void);
    return true;
  };
}

/** Takes what was caught since the last time. */
export function takeOutput(): Output {
  const output = caught;
  caught = [];
  return output;
}

/** Prints what a worker caught. */
export function printOutput(output: Output): void {
  for (const { stream, text } of output) process[stream].write(text);
}
