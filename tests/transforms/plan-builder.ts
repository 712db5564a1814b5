/** Plans by hand: templates are written as text, with ‹…› around what is taken from the source. */
import type {
  ConsumePlan,
  HelperPlan,
  ItemsPlan,
  Loop,
  Range,
  RewritePlan,
  Template,
  Verdict,
} from '../../src/model/index.ts';

export interface HandMade {
  /** The text of the loop, as it stands in the source. */
  readonly loop: string;
  readonly items: (template: (text: string) => Template) => ItemsPlan;
  readonly parameter?: string;
  readonly parameterType?: string;
  /** `{ name: value }` */
  readonly constants?: readonly string[];
  readonly helpers?: readonly HelperPlan[];
  readonly task: string;
  readonly body?: string;
  readonly expression?: string;
  readonly consume: (template: (text: string) => Template, find: (text: string) => Range) => ConsumePlan;
  readonly sourceHasSideEffects?: boolean;
  readonly isAsync?: boolean;
  readonly classes?: readonly string[];
}

/** A verdict with the plan; the first occurrence of a marked text at or after the loop is meant, else the first of all. */
export function handMade(source: string, made: HandMade): Verdict {
  const start = source.indexOf(made.loop);
  if (start < 0) throw new Error(`no such loop: ${made.loop}`);
  const replace: Range = [start, start + made.loop.length];
  const find = (text: string): Range => {
    const at = source.indexOf(text, start) >= 0 ? source.indexOf(text, start) : source.indexOf(text);
    if (at < 0) throw new Error(`no such text: ${text}`);
    return [at, at + text.length];
  };
  const template = (text: string): Template =>
    text
      .split(/(‹[^›]*›)/)
      .filter((piece) => piece !== '')
      .map((piece) => (piece.startsWith('‹') ? find(piece.slice(1, -1)) : piece));
  const plan: RewritePlan = {
    kind: 'map',
    replace,
    items: made.items(template),
    constants: (made.constants ?? []).map((name) => ({
      id: `${name}@0`,
      name,
      value: [name],
      typeOf: [
        source.search(new RegExp(`\\b${name}\\b`)),
        source.search(new RegExp(`\\b${name}\\b`)) + name.length,
      ],
    })),
    helpers: made.helpers ?? [],
    task: {
      name: made.task,
      parameter: made.parameter === undefined ? undefined : template(made.parameter),
      parameterType: made.parameterType === undefined ? undefined : template(made.parameterType),
      isExpression: made.expression !== undefined,
      body: template(made.expression ?? made.body ?? ''),
      results: ['result'],
      classes: (made.classes ?? []).map((name) => ({ name, from: undefined })),
    },
    consume: made.consume(template, find),
    sourceHasSideEffects: made.sourceHasSideEffects ?? false,
    summary: { varying: [], constants: [], results: [] },
  };
  return verdictWith(plan, made.isAsync ?? false);
}

/** A helper that the source file declares. */
export function declared(source: string, name: string, exported = false): HelperPlan {
  const match = new RegExp(`(?:function|class|const|enum) ${name}\\b`).exec(source);
  if (!match) throw new Error(`no declaration of ${name}`);
  const end = source.indexOf('\n}', match.index) + 2;
  return {
    kind: 'declared',
    name,
    declaration: [match.index, end],
    exported,
    needs: [],
    usedOutsideTask: false,
  };
}

function verdictWith(plan: RewritePlan, isAsync: boolean): Verdict {
  const loop: Loop = {
    file: 'x',
    form: 'for-of',
    range: plan.replace,
    head: plan.replace,
    start: { line: 1, column: 1 },
    endLine: 1,
    body: plan.replace,
    space: { kind: 'open', why: 'unknown-trip-count' },
    items: [],
    label: undefined,
    enclosing: { name: undefined, isAsync, isGenerator: false },
    depth: 0,
  };
  const cost = { perIteration: 1e6, trips: undefined, certain: false, because: [], measuredMs: undefined };
  return { loop, outcome: 'parallel', hazards: [], missing: [], plan, cost, worthwhile: true };
}
