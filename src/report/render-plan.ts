/** A RewritePlan as code to read: what `apply` writes, before types, imports and the file's own style. */
import type { ItemsPlan, RewritePlan, Template } from '../model/index.ts';

/** The text of a template, its ranges cut from `source`; lines of a range lose the indentation that its first line had. */
export function renderTemplate(template: Template, source: string): string {
  return template
    .map((part) => (typeof part === 'string' ? part : dedentRange(source, part[0], part[1])))
    .join('');
}

function dedentRange(source: string, start: number, end: number): string {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*/.exec(source.slice(lineStart, start))?.[0] ?? '';
  return source.slice(start, end).replaceAll(`\n${indent}`, '\n');
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
      return items.spread ? `[...${renderTemplate(items.text, source)}]` : renderTemplate(items.text, source);
    case 'range': {
      const bounds = [items.from, items.to, ...(items.step ? [items.step] : [])];
      return `range(${bounds.map((bound) => renderTemplate(bound, source)).join(', ')})`;
    }
    case 'enumerate':
      return `enumerate(${items.presentOnly ? `present(${renderTemplate(items.text, source)})` : renderTemplate(items.text, source)})`;
    case 'present':
      return `present(${renderTemplate(items.text, source)})`;
  }
}

/** The code that takes the loop's place. */
export function renderCall(plan: RewritePlan, source: string): string {
  const { consume, task } = plan;
  const inputs = [task.name, renderItems(plan.items, source), renderConstants(plan, source)]
    .filter(Boolean)
    .join(', ');
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

function indentLines(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}
