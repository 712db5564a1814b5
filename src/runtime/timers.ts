// The timers as they are when the program starts: tests may put fake ones in their place, which never fire.
import { builtin } from './builtin.ts';

const timers = builtin('timers');
export const { clearTimeout, setImmediate } = timers;

/** Most milliseconds that a timer takes; asked for more, it would fire at once. */
const MOST = 2 ** 31 - 1;

export function setTimeout(callback: () => void, milliseconds: number): NodeJS.Timeout {
  return timers.setTimeout(callback, Math.min(MOST, milliseconds));
}
