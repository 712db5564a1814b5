import { expect, test } from 'vitest';
import { drawBar, startProgress } from '../../src/cli/progress.ts';

function record(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: unknown): boolean => written.push(String(text)) > 0;
  return { written, stream: { isTTY, columns: 60, write } as unknown as NodeJS.WriteStream };
}

test('nothing is written where there is no terminal, or little to wait for', () => {
  const [pipe, few] = [record(false), record(true)];
  for (const { update, clear } of [startProgress(100, pipe.stream), startProgress(19, few.stream)]) {
    update(1);
    clear();
  }
  expect([...pipe.written, ...few.written]).toEqual([]);
});

test('the last file is drawn, and the bar is removed', () => {
  const { written, stream } = record(true);
  const progress = startProgress(100, stream);
  for (let done = 1; done <= 100; done++) progress.update(done);
  progress.clear();
  expect(written.at(-2)).toContain('100%  100 of 100 files');
  expect(written.at(-1)).toBe('\r\u001b[K');
  expect(written.length).toBeLessThan(100);
});

test('share, files and time left', () => {
  expect(drawBar(60, 120, 3000, 60)).toBe(
    `${'█'.repeat(14)}${'░'.repeat(13)}  50%  60 of 120 files, 3 s left`,
  );
  expect(drawBar(0, 120, 0, 100)).toBe(`${'░'.repeat(40)}   0%  0 of 120 files`);
});

test('it never takes more than a line', () => {
  for (const columns of [1, 10, 30, 60, 200]) {
    expect(drawBar(99, 1000, 5000, columns).length).toBeLessThan(columns + 1);
  }
});
