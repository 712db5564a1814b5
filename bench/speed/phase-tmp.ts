import { readFileSync } from 'node:fs';
import { readSource } from '/work/main/src/parse/read-source.ts';
import { openProject } from '/work/main/src/parse/index.ts';
import { createAnalyzeContext } from '/work/main/src/verdict/analyze.ts';
import { collectFactsUntil, costBoundOf, costOf, findLoops, sketchLoop } from '/work/main/src/facts/index.ts';
import { isRefusedByEffects, isRefusedByItems, isRefusedEarly, refusedBy } from '/work/main/src/verdict/early.ts';
import { judge } from '/work/main/src/verdict/judge.ts';
import { isWorthwhile } from '/work/main/src/facts/cost/index.ts';
const files = readFileSync(process.argv[2]!, 'utf8').trim().split('\n');
const T: Record<string, number> = {}; const N: Record<string, number> = {};
const rows: [number, string][] = [];
const t = <X,>(k: string, f: () => X): X => { const s = performance.now(); try { return f(); } finally { const d=performance.now() - s; T[k] = (T[k] ?? 0) + d; N[k] = (N[k] ?? 0) + 1; cur[k]=(cur[k]??0)+d; } };
let cur: Record<string, number> = {};
const ctxs = new Map<string, any>();
for (const file of files) {
  const repo = file.split('/').slice(0, 4).join('/');
  let c = ctxs.get(repo);
  if (!c) { const project = openProject(repo); c = { project, ctx: createAnalyzeContext({}, { ...project, resolve: (a: string, b: string) => t('  resolve+parse', () => project.resolve(a, b)) } as never) }; ctxs.set(repo, c); }
  const r = readSource(file, { maxFileBytes: 2e6 }); if (!('unit' in r)) continue;
  const unit = r.unit; const context = c.ctx;
  const wanted = (cost: any) => isWorthwhile(cost, context.options.minWork);
  const sites = t('findLoops', () => findLoops(unit));
  for (const site of sites) {
    cur = {};
    const s0 = performance.now();
    const res = (() => {
      if (!t('costBound', () => wanted(costBoundOf(context.facts, site)))) return 'bound';
      if (!t('cost', () => wanted(costOf(context.facts, site)))) return 'cost';
      const sketch = t('sketch', () => sketchLoop(site, context.facts));
      if (t('early', () => isRefusedEarly(sketch, context))) return 'early';
      const a = t('collect', () => collectFactsUntil(site, context.facts, refusedBy(sketch, context)));
      if (!a) return 'enough';
      if (t('items', () => isRefusedByItems(a, context))) return 'items';
      if (t('byEffects', () => isRefusedByEffects(a, context))) return 'effects';
      const v = t('judge', () => judge(a, context.options, context.facts));
      return 'judged ' + v.outcome + v.worthwhile;
    })();
    N['=' + res] = (N['=' + res] ?? 0) + 1;
    const d = performance.now() - s0; T['=' + res] = (T['=' + res] ?? 0) + d;
    rows.push([d, `${file.slice(12)}:${site.node.loc.start.line} ${res} ${JSON.stringify(Object.fromEntries(Object.entries(cur).map(([k, v]) => [k, Math.round(v)]).filter(([, v]) => v)))}`]);
  }
}
for (const k of Object.keys(T).sort()) console.log(k.padEnd(30), (T[k] ?? 0).toFixed(0).padStart(7), N[k]);
for (const [d, s] of rows.sort((a, b) => b[0] - a[0]).slice(0, 45)) console.log(d.toFixed(0).padStart(6), s);
