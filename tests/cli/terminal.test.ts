import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { terminalStyle } from '../../src/cli/terminal.ts';

const terminal = { isTTY: true, columns: 72 } as const;
const pipe = { isTTY: false, columns: 0 } as unknown as typeof terminal;
const hasColour = (stream: typeof terminal): boolean => terminalStyle(stream).bold('x') !== 'x';

beforeEach(() => {
  vi.stubEnv('NO_COLOR', undefined);
  vi.stubEnv('FORCE_COLOR', undefined);
});
afterEach(() => vi.unstubAllEnvs());

test('colours on a terminal only', () => {
  expect(hasColour(terminal)).toBe(true);
  expect(hasColour(pipe)).toBe(false);
});

test('NO_COLOR and FORCE_COLOR', () => {
  vi.stubEnv('NO_COLOR', '1');
  expect(hasColour(terminal)).toBe(false);
  vi.stubEnv('FORCE_COLOR', '1');
  expect(hasColour(pipe)).toBe(true);
});

test('lines are as wide as the terminal, within reason', () => {
  expect(terminalStyle(terminal).width).toBe(72);
  expect(terminalStyle({ ...terminal, columns: 300 }).width).toBe(120);
  expect(terminalStyle(pipe).width).toBe(100);
});
