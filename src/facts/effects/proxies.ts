/** What a Proxy does when it is touched is code of its handler. */
import type { Range } from '../../model/index.ts';
import { mayBeProxy } from '../proxies.ts';
import type { Ref } from '../values/value.ts';
import { emit } from './frame.ts';
import type { Frame } from './frame.ts';

/** A read, write, deletion, iteration or look for a property of what may be a Proxy. */
export function runTraps(frame: Frame, { range }: { readonly range: Range }, ref: Ref): void {
  if (mayBeProxy(frame.run, frame.unit, ref)) emit(frame, { kind: 'hidden', why: 'a Proxy' }, range);
}
