// DOALL_VERIFY needs a thread that can block: not here.

export function runVerified(): never {
  throw new Error('not in a browser');
}
