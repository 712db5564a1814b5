// The clock as it is when the program starts: tests may put a fake one in its place, which stands still.
const { hrtime } = process;

/** Milliseconds on a clock that all threads of the process share, and that nobody sets. */
export function now(): number {
  const [seconds, nanoseconds] = hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}
