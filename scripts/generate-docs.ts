/**
 * Writes the generated parts of the rules' pages (hazards, options) from the rules' meta and the hazard catalogue. `--check`
 * writes nothing and fails when a page isn't up to date. Headers and the list of rules are eslint-doc-generator's.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import plugin from '../rules/index.ts';
import type { Rule } from '../rules/shared/create-rule.ts';
import type { HazardRule } from '../src/verdict/catalogue/index.ts';
import { catalogue, codesOf, hazardRules } from '../src/verdict/catalogue/index.ts';
import { fill } from '../src/verdict/catalogue/template.ts';

const folder = new URL('../docs/rules/', import.meta.url);
const rules = plugin.rules as unknown as Readonly<Record<string, Rule>>;

/** Every page by its file name, as it should be; a page that doesn't exist yet has empty sections to write. */
export async function generatePages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const [name, rule] of Object.entries(rules)) {
    const text = replaceParts(readPage(`${name}.md`) ?? emptyPage(), partsOf(name, rule));
    pages.set(`${name}.md`, await pretty(text));
  }
  return pages;
}

/** The names of the pages that differ from what would be generated. */
export async function findStalePages(): Promise<string[]> {
  const pages = await generatePages();
  return [...pages].filter(([file, text]) => readPage(file) !== text).map(([file]) => file);
}

function readPage(file: string): string | undefined {
  const url = new URL(file, folder);
  return existsSync(url) ? readFileSync(url, 'utf8') : undefined;
}

function emptyPage(): string {
  const sections = ['Why it matters', 'Wrong', 'Right', 'When not to use it'];
  const written = sections.map((title) => `## ${title}\n`).join('\n');
  return `${marked('hazards')}\n\n${written}\n${marked('options')}\n`;
}

function marked(part: string, text = ''): string {
  return `<!-- generated: ${part} -->\n\n${text}\n\n<!-- /generated -->`;
}

function replaceParts(page: string, parts: Readonly<Record<string, string>>): string {
  return page.replace(/<!-- generated: (\w+) -->[\s\S]*?<!-- \/generated -->/g, (whole, part: string) =>
    marked(part, parts[part] ?? whole),
  );
}

function partsOf(name: string, rule: Rule): Record<string, string> {
  return { hazards: hazards(name), options: options(rule) };
}

/** What each of the rule's hazard codes means. */
function hazards(name: string): string {
  if (!isHazardRule(name)) return '';
  const slots = { subject: 'x', detail: '…', note: '' };
  const items = codesOf(name).map((code) => {
    const { title, definite, why, remedy } = catalogue[code];
    const [message, reason, advice] = [definite, why, remedy].map((text) =>
      fill(text, slots).replace('….', '…'),
    );
    return `### ${title} (\`${code}\`)\n\n> ${message ?? ''}\n\n${reason ?? ''} **What to do:** ${advice ?? ''}`;
  });
  return `## What it reports\n\n${items.join('\n\n')}`;
}

function isHazardRule(name: string): name is HazardRule {
  return (hazardRules as readonly string[]).includes(name);
}

function options(rule: Rule): string {
  const properties = Object.entries(propertiesOf(rule));
  if (properties.length === 0) return '';
  const rows = properties.map(([name, { type, enum: values, description }]) => {
    const allowed = values?.map((value) => `\`${JSON.stringify(value)}\``).join(', ') ?? type;
    return `| \`${name}\` | ${allowed} | ${description} |`;
  });
  const where = 'They may stand in `settings.doall`, for all rules; what a rule is given itself wins.';
  return `## Options\n\n| name | values | meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n\n${where}`;
}

interface Property {
  readonly type: string;
  readonly description: string;
  readonly enum?: readonly unknown[];
}

function propertiesOf({ meta }: Rule): Record<string, Property> {
  const [schema] = meta.schema as unknown as { properties?: Record<string, Property> }[];
  return schema?.properties ?? {};
}

function pretty(text: string): Promise<string> {
  return format(text, { parser: 'markdown', printWidth: 110, singleQuote: true });
}

async function main(): Promise<void> {
  if (process.argv.includes('--check')) {
    const stale = await findStalePages();
    for (const file of stale) console.error(`docs/rules/${file} is not up to date: run \`npm run docs\`.`);
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  for (const [file, text] of await generatePages()) writeFileSync(new URL(file, folder), text);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
