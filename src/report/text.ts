/** The report for a terminal: file by file, one line a loop, below it what varies, or what stands in the way. */
import type { Hazard, MissingFact, Verdict } from '../model/index.ts';
import { describeHazard, describeMissing, describeOpportunity } from '../verdict/catalogue/index.ts';
import { speedupOf } from './gain.ts';
import { displayPath, type Report } from './report.ts';
import { count, wrap, type Style } from './style.ts';

const detailIndent = 10;

/** The report as lines of text, with a summary and what to do next. */
export function formatText(report: Report, style: Style): string {
  const files = [...new Set(report.verdicts.map(({ loop }) => loop.file))];
  const sections = files.map((file) => {
    const loops = report.verdicts.filter(({ loop }) => loop.file === file);
    const title = style.bold(displayPath(report.root, file));
    return [title, ...loops.map((verdict) => formatLoop(verdict, report, style)), ''].join('\n');
  });
  return [...sections, formatSummary(report, style), ''].join('\n');
}

function formatLoop(verdict: Verdict, report: Report, style: Style): string {
  const { start, form } = verdict.loop;
  const place = `${start.line}:${start.column}`.padEnd(7);
  return [
    `  ${place} ${form.padEnd(9)} ${outcomeLabel(verdict, report, style)}`,
    ...(verdict.plan ? [style.dim(wrap(describeOpportunity(verdict), style.width, detailIndent))] : []),
    ...verdict.hazards.flatMap((hazard, i) => formatHazard(hazard, verdict.hazards[i + 1], report, style)),
    ...verdict.missing.flatMap((fact) => formatMissing(fact, style)),
  ].join('\n');
}

/** The remedy stands once where several hazards in a row have the same. */
function formatHazard(hazard: Hazard, next: Hazard | undefined, report: Report, style: Style): string[] {
  const { message, remedy, related } = describeHazard(hazard);
  const evidence = hazard.evidence.flatMap(({ at }, i) => {
    if (at.range[0] === hazard.at.range[0] && at.file === hazard.at.file) return [];
    const elsewhere = at.file === hazard.at.file ? '' : `${displayPath(report.root, at.file)}:`;
    return `${elsewhere}${at.line}:${at.column} ${related[i] ?? ''}`;
  });
  const advice = next && describeHazard(next).remedy === remedy ? [] : [`→ ${remedy}`];
  return [
    wrap(`${hazard.at.line}:${hazard.at.column} ${message} [${hazard.code}]`, style.width, detailIndent),
    ...[...evidence, ...advice].map((line) => style.dim(wrap(line, style.width, detailIndent + 2))),
  ];
}

function formatMissing(fact: MissingFact, style: Style): string[] {
  const { message, remedy } = describeMissing(fact);
  return [
    wrap(`${fact.line}: ${message}`, style.width, detailIndent),
    style.dim(wrap(`→ ${remedy}`, style.width, detailIndent + 2)),
  ];
}

/** `, 554 of 2,213 ms in the profile: on 2 threads the program could run 1.14 times as fast`. */
function timeLabel({ outcome, cost: { measuredMs, movedShare = 1 } }: Verdict, { profile }: Report): string {
  if (measuredMs === undefined || !profile) return '';
  const { totalMs, threads } = profile;
  const time = `, ${number(measuredMs)} of ${number(totalMs)} ms in the profile`;
  const speedup = speedupOf(measuredMs * movedShare, totalMs, threads);
  if (outcome !== 'parallel' || speedup < 1.01) return time;
  return `${time}: on ${threads} threads the program could run ${speedup.toFixed(2)} times as fast`;
}

function number(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function outcomeLabel(verdict: Verdict, report: Report, style: Style): string {
  const { outcome, plan, worthwhile } = verdict;
  const measured = timeLabel(verdict, report);
  if (outcome === 'blocked') return style.bad('blocked') + measured;
  if (outcome === 'undecided') return style.open('undecided') + measured;
  const label = `parallel (${plan?.kind ?? 'map'})`;
  return (worthwhile ? style.good(label) : `${label}, too little work to pay`) + measured;
}

function formatSummary(report: Report, style: Style): string {
  const of = (outcome: Verdict['outcome']): Verdict[] =>
    report.verdicts.filter((verdict) => verdict.outcome === outcome);
  const parallel = of('parallel');
  const first = parallel.find(({ worthwhile }) => worthwhile) ?? report.verdicts[0];
  const shown = [
    `${parallel.length} parallel`,
    `${of('blocked').length} blocked`,
    `${of('undecided').length} undecided`,
  ].join(', ');
  const skipped = report.skipped.length > 0 ? `, ${count(report.skipped.length, 'file')} skipped` : '';
  const head = `${count(report.files, 'file')}${skipped}, ${count(report.loops, 'loop')}; `;
  const body =
    report.verdicts.length > 0
      ? `${report.verdicts.length} shown: ${shown}`
      : `none is worth a look${report.loops > 0 ? ' (--all lists every loop)' : ''}`;
  const next = first
    ? `\n${style.dim(`Next: doall explain ${displayPath(report.root, first.loop.file)}:${first.loop.start.line}`)}`
    : '';
  return `${style.bold(wrap(head + body, style.width, 0))}${next}`;
}
