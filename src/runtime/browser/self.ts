// A page isn't run again by a worker: workers start from the runtime's file, or from a module that the page names.

export function isInMain(): boolean {
  return false;
}
