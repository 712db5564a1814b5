/** GitHub workflow commands: one annotation for each loop, shown beside its line in a pull request. */
import type { Verdict } from '../model/index.ts';
import { describeHazard, describeMissing, describeOpportunity } from '../verdict/catalogue/index.ts';
import { displayPath, type Report } from './report.ts';
import { sentence } from './style.ts';

/** One `::notice` line a loop (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). */
export function formatGithub(report: Report): string {
  return report.verdicts.map((verdict) => `${formatAnnotation(verdict, report.root)}\n`).join('');
}

function formatAnnotation(verdict: Verdict, root: string): string {
  const { loop } = verdict;
  const properties = [
    `file=${escapeProperty(displayPath(root, loop.file))}`,
    `line=${loop.start.line}`,
    `endLine=${loop.endLine}`,
    `title=${escapeProperty(`doall: ${verdict.outcome} loop`)}`,
  ];
  return `::notice ${properties.join(',')}::${escapeData(annotationText(verdict))}`;
}

function annotationText(verdict: Verdict): string {
  if (verdict.outcome === 'parallel') return sentence(describeOpportunity(verdict));
  const reasons = verdict.hazards.map((hazard) => {
    const { message, remedy } = describeHazard(hazard);
    return `line ${hazard.at.line}: ${message} ${remedy}`;
  });
  const missing = verdict.missing.map((fact) => {
    const { message, remedy } = describeMissing(fact);
    return `line ${fact.line}: ${sentence(message)} ${remedy}`;
  });
  return [...reasons, ...missing].join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
