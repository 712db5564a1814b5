/** A bar on the terminal that says how far a long command is. */

export interface Progress {
  readonly update: (done: number) => void;
  /** Removes the bar. */
  readonly clear: () => void;
}

const silent: Progress = { update: () => {}, clear: () => {} };
const interval = 100;
const widest = 40;

/** Drawn on stderr when that is a terminal and there are enough files to wait for; at most ten times a second. */
export function startProgress(
  total: number,
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'> = process.stderr,
): Progress {
  if (!stream.isTTY || total < 20) return silent;
  const startedAt = Date.now();
  let drawnAt = 0;
  return {
    update: (done) => {
      const now = Date.now();
      if (now - drawnAt < interval && done < total) return;
      drawnAt = now;
      stream.write(`\r${drawBar(done, total, now - startedAt, stream.columns || 80)}\u001b[K`);
    },
    clear: () => {
      stream.write('\r\u001b[K');
    },
  };
}

/** `█████░░░░░  50%  60 of 120 files, 3 s left`, within a line of `columns`. */
export function drawBar(done: number, total: number, elapsedMs: number, columns: number): string {
  const share = done / total;
  const seconds = done === 0 ? undefined : Math.ceil(((elapsedMs / done) * (total - done)) / 1000);
  const left = seconds === undefined || seconds === 0 ? '' : `, ${seconds} s left`;
  const text = ` ${String(Math.floor(share * 100)).padStart(3)}%  ${done} of ${total} files${left}`;
  const width = Math.max(0, Math.min(widest, columns - text.length - 1));
  const full = Math.round(share * width);
  return ('█'.repeat(full) + '░'.repeat(width - full) + text).slice(0, columns - 1);
}
