// How a program tells what it measured: a line of JSON at once, so that nothing is lost if it is stopped.

/** @param value one sample */
export function report(row, column, value) {
  process.stdout.write(`${JSON.stringify({ row, column, value })}\n`);
}

/** Milliseconds that a call takes; promises are awaited. */
export async function timeOf(call) {
  const began = performance.now();
  await call();
  return performance.now() - began;
}

/** Milliseconds that a blocking call takes. */
export function timeOfSync(call) {
  const began = performance.now();
  call();
  return performance.now() - began;
}
