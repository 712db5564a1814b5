/** A line on the terminal that says how far a long command is. */

export interface Progress {
  readonly update: (done: number) => void;
  /** Removes the line. */
  readonly clear: () => void;
}

const silent: Progress = { update: () => {}, clear: () => {} };
const interval = 100;

/** Shown on stderr when that is a terminal and there are enough files to wait for; at most ten times a second. */
export function startProgress(total: number): Progress {
  if (!process.stderr.isTTY || total < 20) return silent;
  let shownAt = 0;
  return {
    update: (done) => {
      if (Date.now() - shownAt < interval) return;
      shownAt = Date.now();
      process.stderr.write(`\r${done} of ${total} files\u001b[K`);
    },
    clear: () => {
      process.stderr.write('\r\u001b[K');
    },
  };
}
