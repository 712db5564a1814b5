// The timers as they are when the program starts: tests may put fake ones in their place, which never fire.
import { builtin } from './builtin.ts';

export const { setTimeout, clearTimeout, setImmediate } = builtin('timers');
