/** Every global that has a profile, by dotted path; `new X` when constructed, `X()` for a call without arguments. */
import type { Table } from './define.ts';
import { arrayGlobals } from './array.ts';
import { bufferGlobals, typedArrayGlobals } from './memory.ts';
import { collectionGlobals } from './collections.ts';
import { dateGlobals, intlGlobals, regexpGlobals } from './text.ts';
import { moduleGlobals } from './process.ts';
import { numberGlobals } from './number.ts';
import { objectAndReflectGlobals } from './object.ts';
import { promiseGlobals, timerGlobals } from './async.ts';
import { stringGlobals } from './string.ts';
import { webGlobals } from './web.ts';

export const globals: Table = {
  ...arrayGlobals,
  ...bufferGlobals,
  ...collectionGlobals,
  ...dateGlobals,
  ...intlGlobals,
  ...moduleGlobals,
  ...numberGlobals,
  ...objectAndReflectGlobals,
  ...promiseGlobals,
  ...regexpGlobals,
  ...stringGlobals,
  ...timerGlobals,
  ...typedArrayGlobals,
  ...webGlobals,
};
