import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { declared } from './plan-builder.ts';
import type { HandMade } from './plan-builder.ts';
import { loopAt, render } from './render-helpers.ts';

const folder = mkdtempSync(join(tmpdir(), 'doall-types-'));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
writeFileSync(
  join(folder, 'tsconfig.json'),
  '{ "compilerOptions": { "strict": true, "module": "NodeNext", "types": [] } }',
);
writeFileSync(
  join(folder, 'geometry.ts'),
  `export interface Vec { x: number }
class Secret { y = 1 }
export const vecs = (): Vec[] => [];
export const secrets = (): Secret[] => [];
export namespace Geo {
  export interface Point { x: number }
}
namespace Hidden {
  export interface Point { x: number }
}
export const points = (): Geo.Point[] => [];
export const hidden = (): Hidden.Point[] => [];
`,
);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function plan(source: string, made: Partial<HandMade>): HandMade {
  return {
    loop: loopAt(source, 'for (const item'),
    items: (t) => ({ kind: 'iterable', text: t('‹items›'), spread: false }),
    parameter: '‹item›',
    parameterType: '‹items›',
    task: 'compute',
    expression: '‹work(item)›',
    consume: (t) => ({
      as: 'loop',
      binding: t('value'),
      withItems: false,
      settled: false,
      body: t('sum += value;'),
      label: undefined,
    }),
    ...made,
  };
}

/** The worker module's lines without the first two, or the refusal. */
function typed(
  source: string,
  made: Partial<HandMade> = {},
): { worker: string; source: string; refused: string[] } {
  const rendered = render(source, [plan(source, made)], join(folder, 'a.ts'));
  return {
    worker: rendered.worker?.text.split('\n').slice(2).join('\n') ?? '',
    source: rendered.source ?? '',
    refused: rendered.passedOver.map(({ code, subject }) => `${code} ${subject}`),
  };
}

const body = `
  let sum = 0;
  for (const item of items) {
    sum += work(item);
  }
  return sum;
}
`;

describe('the item', () => {
  test('from the annotation of the array', () => {
    const { worker } = typed(`export function f(items: readonly string[]) {${body}`);
    expect(worker).toContain('(item: string) =>');
  });

  test('from the checker, with the import of what it names', () => {
    const { worker } = typed(
      `import { vecs } from './geometry.js';\nexport function f() {\n  const items = vecs();${body}`,
    );
    expect(worker).toContain("import type { Vec } from './geometry.js';");
    expect(worker).toContain('(item: Vec) =>');
  });

  test('of a type that is not exported is refused', () => {
    const { refused, source } = typed(
      `import { secrets } from './geometry.js';\nexport function f() {\n  const items = secrets();${body}`,
    );
    expect(refused).toEqual(['untypable item']);
    expect(source).toBe('');
  });

  test('of a type of a namespace brings the namespace, where a module exports that', () => {
    const of = (name: string) =>
      typed(
        `import { ${name} } from './geometry.js';\nexport function f() {\n  const items = ${name}();${body}`,
      );
    const { worker } = of('points');
    expect(worker).toContain("import type { Geo } from './geometry.js';");
    expect(worker).toContain('(item: Geo.Point) =>');
    expect(of('hidden').refused).toEqual(['untypable item']);
  });

  test('of a type that only its class can name is refused', () => {
    const source = `export class A {\n  unit = 3;\n  f(items: this['unit'][]) {${body}}\n`;
    expect(typed(source).refused).toEqual(['untypable this']);
  });

  test('of a type parameter is refused', () => {
    expect(typed(`export function f<T>(items: T[]) {${body}`).refused).toEqual(['untypable T']);
  });

  test('of a local type of the file exports it', () => {
    const { worker, source } = typed(
      `interface Point {\n  x: number;\n}\n\nexport function f(items: Point[]) {${body}`,
    );
    expect(worker).toContain("import type { Point } from './a.js';");
    expect(source).toContain('export interface Point {');
  });

  test('of a shape without a name, as a person writes it', () => {
    const source = `export function f() {\n  const items = [{ x: 1, data: new Uint8Array(1) }];${body}`;
    expect(typed(source).worker).toContain('(item: { x: number; data: Uint8Array }) =>');
  });

  test('never any', () => {
    expect(typed(`export function f(items: Iterable<number> | any) {${body}`).refused).toEqual([
      'untypable item',
    ]);
  });
});

describe('constants', () => {
  test('are widened from a literal, narrowed as where they are used', () => {
    const source = `export function f(items: number[], limit: number | undefined, mode: 'a' | 'b') {
  const k = 100;
  if (limit === undefined) return 0;
  let sum = 0;
  for (const item of items) {
    sum += work(item, k, limit, mode);
  }
  return sum;
}
`;
    const { worker } = typed(source, {
      constants: ['k', 'limit', 'mode'],
      expression: '‹work(item, k, limit, mode)›',
    });
    expect(worker).toContain("}: { k: number; limit: number; mode: 'a' | 'b' },");
  });
});

describe('declarations', () => {
  test('what is a type in the signature and a value in a moved function comes as a value', () => {
    const source = `enum Unit {
  Metre = 'm',
}

function work(item: number, unit: Unit): number {
  return unit === Unit.Metre ? item : 0;
}

export function f(items: number[], unit: Unit) {${body.replace('work(item)', 'work(item, unit)')}`;
    const { worker, refused } = typed(source, {
      constants: ['unit'],
      expression: '‹work(item, unit)›',
      helpers: [declared(source, 'work'), declared(source, 'Unit')],
    });
    expect(refused).toEqual([]);
    expect(worker).toContain("export enum Unit {\n  Metre = 'm',\n}");
    expect(worker).not.toContain('import type');
  });

  test('a moved function takes types and imports along', () => {
    const source = `import { join } from 'node:path';
import { type Vec, vecs } from './geometry.js';

type Weight = number;

const factor = 3 as const;

function work(item: Vec): Weight {
  return join('a', String(item.x)).length * factor;
}

export function f() {
  const items = vecs();${body}`;
    const work = declared(source, 'work');
    const rendered = typed(source, {
      helpers: [
        work,
        { kind: 'import', name: 'join', declaration: [0, 1] },
        {
          ...declared(source, 'factor'),
          declaration: [source.indexOf('const factor'), source.indexOf('const factor') + 27],
        },
      ],
    });
    expect(rendered.refused).toEqual([]);
    expect(rendered.worker).toBe(`import { join } from 'node:path';
import type { Vec } from './geometry.js';
import type { Weight } from './a.js';

const factor = 3 as const;

function work(item: Vec): Weight {
  return join('a', String(item.x)).length * factor;
}

export const compute = task(import.meta.url, 'compute', (item: Vec) =>
  work(item),
);
`);
    expect(
      rendered.source.startsWith(`import { imapSync } from 'doall/runtime';
import { vecs } from './geometry.js';
import { compute } from './a.worker.js';

export type Weight = number;

export function f() {`),
    ).toBe(true);
  });
});
