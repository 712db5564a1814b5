/** The six steps for one loop, in the words that a person would use at a whiteboard; a blocked loop stops at one of them. */
import type { Hazard, Location, Verdict } from '../model/index.ts';
import { describeHazard, describeMissing, describeOpportunity } from '../verdict/catalogue/index.ts';
import { excerpt, formatExcerpt, formatMarkedLine } from './excerpt.ts';
import { renderCall, renderConstants, renderItems, renderTask } from './render-plan.ts';
import { displayPath, type Report } from './report.ts';
import { assumedTrips, workOf } from './select.ts';
import { stepOfHazard, stepOfMissing, steps, stepTitles, stoppingStep, type Step } from './steps.ts';
import { count, sentence, wrap, type Style } from './style.ts';

const indent = 3;

/** The explanation of one loop; `source` is the text of its file. */
export function formatExplanation(verdict: Verdict, source: string, report: Report, style: Style): string {
  const { loop } = verdict;
  const stop = stoppingStep(verdict);
  const where = `${displayPath(report.root, loop.file)}:${loop.start.line}:${loop.start.column}`;
  const sections = steps.map((step) => {
    const title = `${step}. ${stepTitles[step]}`;
    const isPast = stop !== undefined && step > stop;
    const paint = isPast ? style.dim : step === stop ? style.bad : style.bold;
    return [
      paint(title),
      ...(isPast ? [] : describeStep(step, verdict, source, style)),
      ...describeStops(step, verdict, report, style),
    ].join('\n');
  });
  return [
    `${style.bold(where)}  ${conclusion(verdict, stop)}`,
    '',
    sections.join('\n\n'),
    '',
    ...closing(verdict, style),
    '',
  ].join('\n');
}

function conclusion(verdict: Verdict, stop: Step | undefined): string {
  if (stop === undefined) return `${verdict.loop.form}: parallel (${verdict.plan?.kind ?? 'map'})`;
  return `${verdict.loop.form}: ${verdict.outcome}, stops at step ${stop}`;
}

function describeStep(step: Step, verdict: Verdict, source: string, style: Style): string[] {
  const { loop, plan } = verdict;
  const say = (text: string): string => wrap(text, style.width, indent);
  const show = (code: string): string => code.replace(/^(?=.)/gm, ' '.repeat(indent));
  if (step === 1) return [formatExcerpt(excerpt(source, loop.start.line, loop.endLine), indent)];
  if (step === 2) {
    const items = names(plan?.summary.varying ?? loop.items.map(({ name }) => name));
    return [say(plan ? `${items}, out of ${renderItems(plan.items, source)}` : items)];
  }
  if (!plan) return step === stoppingStep(verdict) ? [] : [say('nothing stops here')];
  switch (step) {
    case 3:
      return [say(names(plan.summary.constants))];
    case 4:
      return [show(renderTask(plan, source))];
    case 5:
      return [say(renderConstants(plan, source) || 'nothing to bake in')];
    case 6:
      return [show(renderCall(plan, source)), say(sentence(describeOpportunity(verdict)))];
  }
}

function names(list: readonly string[]): string {
  return list.length > 0 ? list.join(', ') : 'none';
}

/** What stops at this step, with the lines that tell the story; why and what to do stand once for each kind of obstacle. */
function describeStops(step: Step, verdict: Verdict, report: Report, style: Style): string[] {
  const say = (text: string): string => wrap(text, style.width, indent);
  const hazards = verdict.hazards.filter((hazard) => stepOfHazard(hazard) === step);
  const missing = verdict.missing.filter(({ kind }) => stepOfMissing(kind) === step);
  const lead = step === stoppingStep(verdict) ? 'Stops here' : 'Also in the way';
  return [
    ...hazards.flatMap((hazard, i) => {
      const { message, why, remedy } = describeHazard(hazard);
      const isLast = hazards[i + 1]?.code !== hazard.code;
      return [
        say(`${lead}, line ${hazard.at.line}: ${message} [${hazard.code}]`),
        ...describePlaces(hazard, report, style),
        ...(isLast ? [say(why), say(`→ ${remedy}`)] : []),
      ];
    }),
    ...missing.flatMap((fact) => {
      const { message, remedy } = describeMissing(fact);
      return [say(`${lead}, line ${fact.line}: ${message}.`), say(`→ ${remedy}`)];
    }),
  ];
}

/** The hazard's line and those of its evidence, each place once. */
function describePlaces(hazard: Hazard, report: Report, style: Style): string[] {
  const { related } = describeHazard(hazard);
  const places = [
    { at: hazard.at, text: '' },
    ...hazard.evidence.map(({ at }, i) => ({ at, text: related[i] ?? '' })),
  ];
  return places.flatMap(({ at, text }, i) => {
    if (places.slice(0, i).some((earlier) => isSamePlace(earlier.at, at))) return [];
    const source = report.sourceOf(at.file);
    const file = at.file === hazard.at.file ? '' : `${displayPath(report.root, at.file)}, `;
    const phrase =
      text === '' ? [] : [style.dim(wrap(`${file}line ${at.line}: ${text}`, style.width, indent))];
    const length = at.range[1] - at.range[0];
    return [...phrase, ...(source === undefined ? [] : [formatMarkedLine(source, at, length, indent + 2)])];
  });
}

function isSamePlace(a: Location, b: Location): boolean {
  return a.file === b.file && a.range[0] === b.range[0] && a.range[1] === b.range[1];
}

function closing(verdict: Verdict, style: Style): string[] {
  const { cost } = verdict;
  const trips =
    cost.trips === undefined
      ? `${assumedTrips.toLocaleString('en-US')} iterations assumed`
      : count(cost.trips, 'iteration');
  const because = cost.because.length > 0 ? ` (${cost.because.join(', ')})` : '';
  const each = `about ${formatOperations(cost.perIteration)} each${because}`;
  const moved =
    cost.movedShare === undefined ? '' : `, ${Math.round(cost.movedShare * 100)} % of it in workers`;
  const estimate = `Estimated cost: ${trips}, ${each}: ${formatOperations(workOf(verdict))} in all${moved}.`;
  const measured =
    cost.measuredMs === undefined
      ? ''
      : ` Measured in the profile: ${formatOperations(cost.measuredMs * 1e6)}.`;
  const pays = verdict.worthwhile ? 'Enough for a pool to pay.' : 'Too little for a pool to pay.';
  return [
    wrap(
      verdict.outcome === 'parallel' ? `${estimate}${measured} ${pays}` : estimate + measured,
      style.width,
      0,
    ),
  ];
}

/** Operations of about 1 ns, as a time. */
function formatOperations(operations: number): string {
  if (operations < 1e3) return `${Math.round(operations)} ns`;
  if (operations < 1e6) return `${Number((operations / 1e3).toPrecision(2))} µs`;
  if (operations < 1e9) return `${Number((operations / 1e6).toPrecision(2))} ms`;
  return `${Number((operations / 1e9).toPrecision(2))} s`;
}
