/** What a loop's rewrite could gain. */

/**
 * The whole program's speed-up when a part of it runs on more threads, after Amdahl (Validity of the single processor approach,
 * AFIPS 1967): times are in ms.
 */
export function speedupOf(partMs: number, totalMs: number, threads: number): number {
  const saved = Math.min(partMs, totalMs) * (1 - 1 / threads);
  return totalMs / (totalMs - saved);
}
