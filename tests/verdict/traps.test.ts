/** Each trap gets the right verdict, and where it is rewritten the program prints the same. */
import { describe, expect, test } from 'vitest';
import { compareProgram } from '../fuzz/compare.ts';
import { accessorTraps } from './accessor-traps.ts';
import { codeTraps } from './code-traps.ts';
import { conversionTraps } from './conversion-traps.ts';
import { deadZoneTraps } from './dead-zone-traps.ts';
import { errorOrderTraps } from './error-order-traps.ts';
import { innerLoopTraps } from './inner-loop-traps.ts';
import { innerVariableTraps } from './inner-variable-traps.ts';
import { judgeLoop } from './support.ts';
import { keyTraps } from './key-traps.ts';
import { linkTraps } from './link-traps.ts';
import { ownCopyTraps } from './own-copy-traps.ts';
import { ownNameTraps } from './own-name-traps.ts';
import { ownElementTraps } from './own-element-traps.ts';
import { prototypeTraps } from './prototype-traps.ts';
import { proxyTraps } from './proxy-traps.ts';
import { spaceTraps } from './space-traps.ts';
import { strictTraps } from './strict-traps.ts';
import { traps } from './traps.ts';
import { visibilityTraps } from './visibility-traps.ts';
import { wholeArrayTraps } from './whole-array-traps.ts';

const heavy = `
function heavy(x) {
  let t = 0;
  for (let i = 0; i < 50; i++) t = (t * 31 + x * i) % 1009;
  return t;
}
`;

const all = [
  ...traps,
  ...ownElementTraps,
  ...ownCopyTraps,
  ...innerLoopTraps,
  ...innerVariableTraps,
  ...spaceTraps,
  ...wholeArrayTraps,
  ...keyTraps,
  ...accessorTraps,
  ...deadZoneTraps,
  ...linkTraps,
  ...errorOrderTraps,
  ...visibilityTraps,
  ...conversionTraps,
  ...prototypeTraps,
  ...strictTraps,
  ...ownNameTraps,
  ...codeTraps,
  ...proxyTraps,
];

describe.each(all)('$name', ({ code, expected }) => {
  const source = heavy + code;

  test(expected, () => {
    const { outcome, plan, hazards, missing } = judgeLoop(source, '/test/program.cjs');
    const [word, detail] = expected.split(' ');
    expect({ outcome, hazards: hazards.map((hazard) => hazard.code) }).toMatchObject({ outcome: word });
    const details = plan
      ? [plan.kind]
      : [...hazards.map((one) => one.code), ...missing.map((one) => one.kind)];
    expect(details).toContain(detail);
  });

  test('prints the same when rewritten', () => {
    const { before, after } = compareProgram(source);
    expect(after).toBe(before);
  });
});
