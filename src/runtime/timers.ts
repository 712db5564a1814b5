// The timers as they are when the program starts: tests may put fake ones in their place, which never fire.
import * as timers from 'node:timers';

export const { setTimeout, clearTimeout, setImmediate } = timers;
