import { afterEach, describe, expect, it, vi } from 'vitest';
import { withRunContext } from '../../rules/shared/run-context.ts';

afterEach(() => {
  vi.useRealTimers();
});

const root = import.meta.dirname;
const current = () => withRunContext(root, {}, (context) => context);

describe('the context of a lint run', () => {
  it('outlives a file that takes longer than it is kept', () => {
    vi.useFakeTimers();
    const first = withRunContext(root, {}, (context) => {
      vi.advanceTimersByTime(10_000);
      return context;
    });
    expect(current()).toBe(first);
  });

  it('is made anew after a pause, as in an editor', () => {
    vi.useFakeTimers();
    const first = current();
    vi.advanceTimersByTime(10_000);
    expect(current()).not.toBe(first);
  });
});
