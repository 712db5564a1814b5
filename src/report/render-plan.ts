/** A RewritePlan as code to read: what `apply` writes, before types, imports and the file's own style. */
import type { ItemsPlan, RewritePlan, Template } from '../model/index.ts';

/** The text of a template; what comes from the source keeps its layout, moved left as far as its first line was indented. */
export function renderTemplate(template: Template, source: string): string {
  const first = template.find((part) => typeof part !== 'string');
  const base = first ? indentationAt(source, first[0]) : 0;
  const dedent = (text: string): string =>
    text.replaceAll(/\r?\n([ \t]*)/g, (_match, space: string) => `\n${space.slice(base)}`);
  return template.map((part) => (typeof part === 'string' ? part : dedent(source.slice(...part)))).join('');
}

/** How much white space the line at `offset` starts with. */
function indentationAt(text: string, offset: number): number {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0].length ?? 0;
}

/** `const renderRow = (y, { width, zoom }) => …;` */
export function renderTask(plan: RewritePlan, source: string): string {
  const { task, constants } = plan;
  const names = constants.map(({ name }) => name);
  const parameter = task.parameter ? renderTemplate(task.parameter, source) : undefined;
  const parameters = [
    ...((parameter ?? (names.length > 0 ? '_item' : undefined)) ? [parameter ?? '_item'] : []),
    ...(names.length > 0 ? [`{ ${names.join(', ')} }`] : []),
  ];
  const body = renderTemplate(task.body, source).trim();
  const head = `const ${task.name} = (${parameters.join(', ')}) =>`;
  if (task.isExpression) return `${head} ${body.startsWith('{') ? `(${body})` : body};`;
  return `${head} {\n${indentLines(body, 2)}\n};`;
}

/** `{ width, zoom: this.zoom }`, empty when nothing is constant. */
export function renderConstants(plan: RewritePlan, source: string): string {
  const fields = plan.constants.map(({ name, value }) => {
    const text = renderTemplate(value, source);
    return text === name ? name : `${name}: ${text}`;
  });
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '';
}

/** The iteration space as the runtime gets it: `range(0, height)`. */
export function renderItems(items: ItemsPlan, source: string): string {
  switch (items.kind) {
    case 'iterable':
      if (items.inStep === true) return `inStep(${renderTemplate(items.text, source)})`;
      return items.spread ? `[...${renderTemplate(items.text, source)}]` : renderTemplate(items.text, source);
    case 'range': {
      const bounds = [items.from, items.to, ...(items.step ? [items.step] : [])];
      return `range(${bounds.map((bound) => renderTemplate(bound, source)).join(', ')})`;
    }
    case 'enumerate':
      return `enumerate(${items.presentOnly ? `present(${renderTemplate(items.text, source)})` : renderTemplate(items.text, source)})`;
    case 'keys':
      return `keysIn(${renderTemplate(items.text, source)})`;
    case 'present':
      return `present(${renderTemplate(items.text, source)})`;
  }
}

/** The code that takes the loop's place, behind what it needs of the loop's head. */
export function renderCall(plan: RewritePlan, source: string): string {
  const call = renderConsume(plan, source);
  return plan.declares ? `${renderTemplate(plan.declares.text, source)}\n${call}` : call;
}

function renderConsume(plan: RewritePlan, source: string): string {
  const { consume } = plan;
  const inputs = callArguments(plan, source).join(', ');
  switch (consume.as) {
    case 'expression':
      return `${consume.method}Sync(${inputs})${renderTemplate(consume.suffix, source)}`;
    case 'declaration':
      return `${renderTemplate(consume.head, source)}${consume.method}Sync(${inputs});`;
    case 'loop': {
      const label = consume.label === undefined ? '' : `${consume.label}: `;
      const body = indentLines(renderTemplate(consume.body, source).trim(), 2);
      return `${label}for (const ${renderTemplate(consume.binding, source)} of imapSync(${inputs})) {\n${body}\n}`;
    }
  }
}

/** Task, items, constants, options; what stands last is left out when empty. */
function callArguments(plan: RewritePlan, source: string): string[] {
  const { consume, task } = plan;
  const options = [
    ...(consume.as === 'loop' && consume.withItems ? ['withItems: true'] : []),
    ...(consume.as === 'loop' && consume.settled ? ['settled: true'] : []),
  ];
  const constants = renderConstants(plan, source);
  const first = [task.name, renderItems(plan.items, source)];
  if (options.length > 0) return [...first, constants || '{}', `{ ${options.join(', ')} }`];
  return constants === '' ? first : [...first, constants];
}

function indentLines(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}
