// Where the runtime's own file is: workers start from it.

/** The URL of the built runtime, which is one file. */
export function runtimeUrl(): URL {
  return new URL(import.meta.url);
}
