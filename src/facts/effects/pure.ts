/** Callees that a person says are pure: the option `pure`, and the annotations that bundlers honour. */
import type { CallSite } from './calls.ts';
import type { Frame } from './frame.ts';

/** `/* @__PURE__ *​/ f(x)`, or a name in the option. */
export function isTakenAsPure(frame: Frame, site: CallSite): boolean {
  if (frame.run.context.pure.includes(site.name)) return true;
  const before = frame.unit.text.slice(Math.max(0, site.range[0] - 40), site.range[0]);
  return (site.via ?? []).length === 0 && /\/\*\s*[@#]__PURE__\s*\*\/\s*$/.test(before);
}
