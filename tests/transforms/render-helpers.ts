/** Renders hand-made plans over a text. */
import { parseSource } from '../../src/parse/index.ts';
import type { Verdict } from '../../src/model/index.ts';
import { renderFile } from '../../transforms/render/render-file.ts';
import type { Rendered, RenderOptions } from '../../transforms/render/render-file.ts';
import { handMade } from './plan-builder.ts';
import type { HandMade } from './plan-builder.ts';

const blocking: RenderOptions = { await: false, runtime: 'doall/runtime' };

/** What comes of the plans; `file` is a bare name, so that no package.json or tsconfig.json is asked. */
export function render(
  source: string,
  plans: readonly HandMade[],
  file = 'render.mjs',
  options: Partial<RenderOptions> = {},
  existing?: string,
): Rendered {
  return renderVerdicts(
    source,
    plans.map((plan) => handMade(source, plan)),
    file,
    options,
    existing,
  );
}

export function renderVerdicts(
  source: string,
  verdicts: readonly Verdict[],
  file: string,
  options: Partial<RenderOptions> = {},
  existing?: string,
): Rendered {
  const parsed = parseSource(source, file);
  if ('skipped' in parsed) throw new Error(parsed.skipped.message);
  return renderFile(parsed.unit, verdicts, { ...blocking, ...options }, existing);
}

/** Both texts, one below the other, as a person would look at them. */
export function both({ source, worker }: Rendered): string {
  return `${source ?? '(unchanged)'}\n=== ${worker?.file ?? 'no worker module'}\n${worker?.text ?? ''}`;
}

/** `for (…) { … }` of the source, from its head to its closing brace at the same indentation. */
export function loopAt(source: string, head: string): string {
  const start = source.indexOf(head);
  const lineStart = source.lastIndexOf('\n', start) + 1;
  const indent = /^[ \t]*/.exec(source.slice(lineStart))?.[0] ?? '';
  const close = new RegExp(`\\n${indent}\\}\\)?`).exec(source.slice(start));
  if (start < 0 || !close) throw new Error(`no loop ${head}`);
  return source.slice(start, start + close.index + close[0].length);
}
