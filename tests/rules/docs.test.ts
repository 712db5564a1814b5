/** The rules' pages: generated parts are up to date, the rest is written, and the examples do what they claim. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../rules/index.ts';
import { findStalePages } from '../../scripts/generate-docs.ts';

const root = new URL('../../', import.meta.url);

describe('docs/rules', () => {
  it('is what `npm run docs` would write', async () => {
    expect(await findStalePages()).toEqual([]);
  });

  it(
    'has the headers and the list that eslint-doc-generator writes from the built plugin',
    { timeout: 120_000 },
    () => {
      execFileSync('npm', ['run', '--silent', 'doc-headers', '--', '--check'], { cwd: root, stdio: 'pipe' });
    },
  );

  describe.each(Object.keys(plugin.rules))('%s', (name) => {
    const page = readFileSync(new URL(`docs/rules/${name}.md`, root), 'utf8');

    it('has all sections, written', () => {
      for (const title of ['Why it matters', 'Wrong', 'Right', 'When not to use it']) {
        expect(sectionOf(page, title).length, title).toBeGreaterThan(20);
      }
    });

    it.each(examplesOf(sectionOf(page, 'Wrong')))('reports wrong example %#', (code) => {
      expect(lint(name, code)).toContain(`doall/${name}`);
    });

    it.each(examplesOf(sectionOf(page, 'Right')))('is silent on right example %#', (code) => {
      expect(lint(name, code)).not.toContain(`doall/${name}`);
    });
  });

  it('links to pages that exist', () => {
    for (const page of [
      'docs/glossary.md',
      'docs/semantics.md',
      'docs/how-it-works.md',
      'docs/rules/README.md',
    ]) {
      const text = readFileSync(new URL(page, root), 'utf8');
      for (const [, target] of text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)) {
        expect(existsSync(new URL(target ?? '', new URL(page, root))), `${page} → ${target ?? ''}`).toBe(
          true,
        );
      }
    }
  });
});

function sectionOf(page: string, title: string): string {
  const [, rest = ''] = page.split(`## ${title}\n`);
  return rest.split(/\n## |\n<!-- generated/)[0] ?? '';
}

function examplesOf(section: string): string[] {
  return [...section.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
}

/** The rules that report on the code, with `strict`; it must parse. */
function lint(name: string, code: string): (string | null)[] {
  const messages = new Linter().verify(code, [plugin.configs.strict], { filename: `${name}.js` });
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.map(({ ruleId }) => ruleId);
}
