/** What a Proxy does when it is touched is code of its handler. */
import type { Range } from '../../model/index.ts';
import type { Ref } from '../values/value.ts';
import { emit } from './frame.ts';
import type { Frame } from './frame.ts';

/** A read, write, deletion, iteration or look for a property of what is known to be a Proxy. */
export function runTraps(frame: Frame, { range }: { readonly range: Range }, ref: Ref): void {
  const isProxy = ref.kind === 'place' && [...ref.type].some(({ kind }) => kind === 'proxy');
  if (isProxy) emit(frame, { kind: 'hidden', why: 'a Proxy' }, range);
}
