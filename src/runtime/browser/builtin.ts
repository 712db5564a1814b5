// What shared files take from Node's own modules, in a browser.
import * as standIn from './node.ts';

export function builtin(): typeof standIn {
  return standIn;
}
