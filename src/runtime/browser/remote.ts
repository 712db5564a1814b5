// Executors carry chunks as bytes that V8's serializer made: not in a browser.

/** @throws {TypeError} always */
export function RemoteJob(): never {
  throw new TypeError('options.executor is not supported in a browser');
}
