/** The report as one HTML page that needs nothing else: no scripts, no fonts, no network. */
import type { Hazard, Verdict } from '../model/index.ts';
import { describeHazard, describeMissing, describeOpportunity } from '../verdict/catalogue/index.ts';
import { excerpt, formatExcerpt } from './excerpt.ts';
import { displayPath, type Report } from './report.ts';
import { count, sentence } from './style.ts';

const css = `
:root { color-scheme: light dark; --line: #8884; --dim: #888; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font: 600 1rem ui-monospace, monospace; margin: 2rem 0 .5rem; }
details { border: 1px solid var(--line); border-radius: .4rem; margin: .4rem 0; padding: .4rem .8rem; }
summary { cursor: pointer; }
code, pre { font: 13px/1.45 ui-monospace, monospace; }
pre { overflow-x: auto; background: #8881; padding: .6rem; border-radius: .3rem; }
.parallel { color: #197a3e; } .blocked { color: #b3362c; } .undecided { color: #8a6100; }
.remedy, .related { color: var(--dim); } .related { margin: 0; }
@media (prefers-color-scheme: dark) { .parallel { color: #5fd38d; } .blocked { color: #ff8a7f; } .undecided { color: #e6c15c; } }
`;

/** The whole page. */
export function formatHtml(report: Report): string {
  const files = [...new Set(report.verdicts.map(({ loop }) => loop.file))];
  const sections = files.map((file) => formatFile(file, report));
  const skipped = report.skipped.map(
    ({ file, reason, message }) =>
      `<li><code>${escape(displayPath(report.root, file))}</code> ${reason}: ${escape(message)}</li>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>doall report</title><style>${css}</style></head>
<body>
<h1>doall report</h1>
<p>${count(report.files, 'file')}, ${count(report.loops, 'loop')}, ${report.verdicts.length} shown below.</p>
${sections.join('\n')}
${skipped.length > 0 ? `<h2>Skipped</h2>\n<ul>\n${skipped.join('\n')}\n</ul>` : ''}
</body>
</html>
`;
}

function formatFile(file: string, report: Report): string {
  const source = report.sourceOf(file);
  const loops = report.verdicts.filter(({ loop }) => loop.file === file);
  return [
    `<h2>${escape(displayPath(report.root, file))}</h2>`,
    ...loops.map((verdict) => formatLoop(verdict, source, report)),
  ].join('\n');
}

function formatLoop(verdict: Verdict, source: string | undefined, report: Report): string {
  const { loop, outcome, plan } = verdict;
  const code =
    source === undefined
      ? ''
      : `<pre>${escape(formatExcerpt(excerpt(source, loop.start.line, loop.endLine), 0))}</pre>`;
  const label = plan ? `${outcome} (${plan.kind})` : outcome;
  const missing = verdict.missing.map((fact) => {
    const { message, remedy } = describeMissing(fact);
    return `<p>Line ${fact.line}: ${markCode(sentence(message))} <span class="remedy">${markCode(remedy)}</span></p>`;
  });
  return [
    `<details><summary>${loop.start.line}:${loop.start.column} <code>${loop.form}</code> <b class="${outcome}">${label}</b></summary>`,
    code,
    plan ? `<p>${markCode(sentence(describeOpportunity(verdict)))}</p>` : '',
    ...verdict.hazards.map((hazard) => formatHazard(hazard, report)),
    ...missing,
    '</details>',
  ]
    .filter(Boolean)
    .join('\n');
}

function formatHazard(hazard: Hazard, report: Report): string {
  const { message, why, remedy, related } = describeHazard(hazard);
  const evidence = hazard.evidence.map(({ at }, i) => {
    const file = at.file === hazard.at.file ? '' : `${displayPath(report.root, at.file)}:`;
    return `<p class="related">${escape(file)}${at.line}:${at.column} ${markCode(related[i] ?? '')}</p>`;
  });
  return `<p>Line ${hazard.at.line}: ${markCode(message)} <code>${hazard.code}</code></p>
${evidence.join('\n')}
<p class="remedy">${markCode(why)} ${markCode(remedy)}</p>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Escapes, and sets what stands between backticks as code. */
function markCode(text: string): string {
  return escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}
