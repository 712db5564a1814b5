import { describe, expect, test } from 'vitest';
import { hazardCodes } from '../../src/model/index.ts';
import {
  createStyle,
  formatExplanation,
  formatGithub,
  formatHtml,
  formatJson,
  formatSarif,
  formatText,
  isFinding,
  plainStyle,
  selectWorthALook,
  toJson,
} from '../../src/report/index.ts';
import { findShapeProblems } from '../cli/json-shape.ts';
import { blocked, hazard, parallel, report, source, undecided } from './verdicts.ts';

const escape = '\u001b';

describe('json', () => {
  test('has the promised shape', () => {
    expect(toJson(report)).toMatchObject({
      version: 1,
      files: 2,
      skipped: [
        { file: 'old.js', reason: 'parse-error', message: 'unexpected token at line 3; fix the syntax' },
      ],
      loops: [
        {
          file: 'src/render.ts',
          line: 4,
          column: 3,
          endLine: 7,
          form: 'for',
          outcome: 'parallel',
          plan: 'map',
          worthwhile: true,
          varying: ['y'],
          constants: ['width'],
          results: ['rows'],
          hazards: [],
        },
        {
          outcome: 'blocked',
          plan: null,
          varying: ['x'],
          hazards: [
            {
              code: 'carried-flow',
              certainty: 'definite',
              subject: 'acc',
              line: 10,
              column: 17,
              related: [
                { line: 10, column: 5 },
                { file: 'src/lib/tally #1.ts', line: 7, column: 2 },
              ],
            },
          ],
        },
        {
          outcome: 'undecided',
          form: 'map',
          missing: [{ kind: 'callee-pure', subject: 'lookup', line: 12 }],
        },
      ],
    });
  });

  test('has each documented field and no other', () => {
    expect(findShapeProblems(toJson(report))).toEqual([]);
    expect(findShapeProblems({ ...toJson(report), extra: 1, files: '2' })).toHaveLength(2);
  });

  test('carries the prose of the catalogue', () => {
    const [hazard] = toJson(report).loops[1]?.hazards ?? [];
    expect(hazard?.message).toContain('`acc`');
    expect(hazard?.remedy.length).toBeGreaterThan(10);
    expect(hazard?.related.map(({ message }) => message)).toEqual([
      '`acc` is written here',
      '`tally` is called here',
    ]);
  });

  test('is parsable text that ends with a line break', () => {
    expect(JSON.parse(formatJson(report))).toEqual(JSON.parse(JSON.stringify(toJson(report))));
    expect(formatJson(report).endsWith('}\n')).toBe(true);
  });
});

describe('text', () => {
  test('is laid out by file, loop and reason', async () => {
    await expect(formatText(report, plainStyle)).toMatchFileSnapshot('__snapshots__/report.txt');
  });

  test('an empty report says that there is nothing', () => {
    const nothing = { ...report, skipped: [], verdicts: [] };
    expect(formatText(nothing, plainStyle)).toBe(
      '2 files, 5 loops; none is worth a look (--all lists every loop)\n',
    );
  });

  test('has colours only when asked for', () => {
    expect(formatText(report, plainStyle)).not.toContain(escape);
    expect(formatText(report, createStyle(true, 100))).toContain(`${escape}[32m`);
  });

  test('no line is wider than the terminal', () => {
    const lines = formatText(report, createStyle(false, 60)).split('\n');
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
  });
});

describe('explain', () => {
  test('a parallel loop goes through all six steps', async () => {
    await expect(formatExplanation(parallel, source, report, plainStyle)).toMatchFileSnapshot(
      '__snapshots__/parallel.txt',
    );
  });

  test('a blocked loop stops at the step of its hazard', async () => {
    await expect(formatExplanation(blocked, source, report, plainStyle)).toMatchFileSnapshot(
      '__snapshots__/blocked.txt',
    );
  });

  test('an undecided loop stops at the missing fact', async () => {
    await expect(formatExplanation(undecided, source, report, plainStyle)).toMatchFileSnapshot(
      '__snapshots__/undecided.txt',
    );
  });
});

interface SarifLog {
  version: string;
  runs: {
    tool: {
      driver: {
        name: string;
        rules: { id: string; shortDescription: { text: string }; fullDescription: { text: string } }[];
      };
    };
    invocations: { executionSuccessful: boolean; toolExecutionNotifications: unknown[] }[];
    results: SarifResult[];
  }[];
}
interface SarifPlace {
  id?: number;
  message?: { text: string };
  physicalLocation: {
    artifactLocation: { uri: string; uriBaseId: string };
    region: { startLine: number; startColumn: number };
  };
}
interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: SarifPlace[];
  relatedLocations?: SarifPlace[];
}

describe('sarif', () => {
  const log = JSON.parse(formatSarif(report, '1.2.3')) as SarifLog;
  const run = log.runs[0];
  const results = run?.results ?? [];
  const rules = run?.tool.driver.rules ?? [];

  test('is a 2.1.0 log with a rule for every hazard code', () => {
    expect(log.version).toBe('2.1.0');
    expect(rules.map(({ id }) => id)).toEqual(['parallel-loop', 'missing-fact', ...hazardCodes]);
    for (const rule of rules) {
      expect(rule.shortDescription.text).not.toContain('{{');
      expect(rule.fullDescription.text).not.toContain('{{');
    }
  });

  test('every result points to its rule and to a relative place', () => {
    expect(results.map(({ ruleId }) => ruleId)).toEqual(['parallel-loop', 'carried-flow', 'missing-fact']);
    for (const { ruleId, ruleIndex, locations, relatedLocations = [] } of results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId);
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        expect(physicalLocation.artifactLocation.uri).toMatch(/^src\/[\w/.%]+$/);
        expect(physicalLocation.artifactLocation.uriBaseId).toBe('%SRCROOT%');
        expect(physicalLocation.region.startLine).toBeGreaterThan(0);
        expect(physicalLocation.region.startColumn).toBeGreaterThan(0);
      }
    }
  });

  test('both ends of a dependence are related locations', () => {
    const ends = results[1]?.relatedLocations?.map(({ message, physicalLocation }) => [
      message?.text,
      physicalLocation.artifactLocation.uri,
      physicalLocation.region.startLine,
    ]);
    expect(ends).toEqual([
      ['`acc` is written here', 'src/render.ts', 10],
      ['`tally` is called here', 'src/lib/tally%20%231.ts', 7],
      ['the loop', 'src/render.ts', 9],
    ]);
  });

  test('skipped files are notifications', () => {
    expect(run?.invocations[0]?.toolExecutionNotifications).toHaveLength(1);
  });
});

describe('github', () => {
  test('one escaped workflow command a loop', () => {
    const lines = formatGithub(report).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(
      /^::notice file=src\/render\.ts,line=4,endLine=7,title=doall%3A parallel loop::Iterations are independent/,
    );
    expect(lines[1]).toContain('title=doall%3A blocked loop::line 10: ');
  });
});

describe('html', () => {
  const page = formatHtml({
    ...report,
    skipped: [{ file: '/project/<b>.js', reason: 'flow', message: 'is "Flow" & old' }],
  });

  test('is one self-contained page', () => {
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/(?:src|href)=|<script|url\(/);
    expect(page.match(/<details>/g)).toHaveLength(3);
  });

  test('escapes what comes from the code', () => {
    expect(page).toContain('&lt;b&gt;.js');
    expect(page).toContain('is &quot;Flow&quot; &amp; old');
    expect(page).not.toContain('<b>.js');
  });
});

describe('what counts', () => {
  const minWork = 5_000_000;
  const cheap = { ...parallel, worthwhile: false };
  const light = { ...blocked, cost: { ...blocked.cost, perIteration: 10 } };
  const codes = ['carried-flow', 'aliasing', 'io'] as const;
  const tangled = { ...blocked, hazards: codes.map((code) => ({ ...hazard, code })) };

  test('worth a look: loops that pay, and heavy near misses', () => {
    const loops = [parallel, cheap, blocked, light, tangled, undecided];
    expect(selectWorthALook(loops, minWork)).toEqual([parallel, blocked, undecided]);
    const [start, end] = parallel.loop.range;
    const inner = { ...blocked, loop: { ...blocked.loop, range: [start + 1, end] as const } };
    expect(selectWorthALook([parallel, inner], minWork)).toEqual([parallel]);
    expect(selectWorthALook([cheap, inner], minWork)).toEqual([inner]);
  });

  test('with a profile, only loops that took time in it', () => {
    const timed = (measuredMs: number) => ({ ...blocked, cost: { ...blocked.cost, measuredMs } });
    expect(selectWorthALook([timed(1), timed(9)], minWork)).toEqual([timed(9)]);
  });

  test('levels', () => {
    expect(isFinding(parallel, 'parallel', minWork)).toBe(true);
    expect(isFinding(cheap, 'parallel', minWork)).toBe(false);
    expect(isFinding(blocked, 'parallel', minWork)).toBe(false);
    expect(isFinding(blocked, 'near', minWork)).toBe(true);
    expect(isFinding(parallel, 'none', minWork)).toBe(false);
  });
});
