// The clock of a browser.

/** Milliseconds on a clock that all threads of a page share. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
