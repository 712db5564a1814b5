import { describe, expect, test } from 'vitest';
import { rewriteFile } from '../../transforms/rewrite-file.ts';
import { declared } from './plan-builder.ts';
import type { HandMade } from './plan-builder.ts';
import { both, loopAt, render } from './render-helpers.ts';

const pushLoop = `import { zip } from './zip.mjs';

export function combine(avalues, bvalues) {
  const k = 100;
  const results = [];
  for (const [a, b] of zip(avalues, bvalues)) {
    // the work
    const sum = a + b;
    results.push(sum * k);
  }
  return results;
}
`;

function pushPlan(source = pushLoop): HandMade {
  return {
    loop: loopAt(source, 'for (const [a, b]'),
    items: (t) => ({ kind: 'iterable', text: t('‹zip(avalues, bvalues)›'), spread: false }),
    parameter: '‹[a, b]›',
    constants: ['k'],
    task: 'sumTimesK',
    body: '‹// the work\n    const sum = a + b;›\nreturn ‹sum * k›;',
    consume: (t, find) => ({
      as: 'declaration',
      method: 'map',
      declaration: findDeclaration(source, find),
      head: t('const results = '),
    }),
  };
}

function findDeclaration(
  source: string,
  find: (text: string) => readonly [number, number],
): readonly [number, number] {
  const statement = /(?:const|let) results[^\n\r]*\[\];?/.exec(source)?.[0] ?? '';
  return find(statement);
}

describe('a push loop becomes a declaration', () => {
  test('in an ES module', () => {
    expect(both(render(pushLoop, [pushPlan()]))).toMatchInlineSnapshot(`
      "import { mapSync } from 'doall/runtime';
      import { zip } from './zip.mjs';
      import { sumTimesK } from './render.worker.mjs';

      export function combine(avalues, bvalues) {
        const k = 100;
        const results = mapSync(sumTimesK, zip(avalues, bvalues), { k });
        return results;
      }

      === render.worker.mjs
      // doall: tasks of ./render.mjs
      import { task } from 'doall/runtime';

      export const sumTimesK = task(import.meta.url, 'sumTimesK', ([a, b], { k }) => {
        // the work
        const sum = a + b;
        return sum * k;
      });
      "
    `);
  });

  test('in CommonJS with a directive', () => {
    const source = `'use strict';\n\n${pushLoop
      .replace("import { zip } from './zip.mjs'", "const { zip } = require('./zip.cjs')")
      .replace('export function', 'exports.combine = function')}`;
    expect(both(render(source, [pushPlan(source)], 'render.cjs'))).toMatchInlineSnapshot(`
      "'use strict';

      const { mapSync } = require('doall/runtime');
      const { zip } = require('./zip.cjs');
      const { sumTimesK } = require('./render.worker.cjs');

      exports.combine = function combine(avalues, bvalues) {
        const k = 100;
        const results = mapSync(sumTimesK, zip(avalues, bvalues), { k });
        return results;
      }

      === render.worker.cjs
      // doall: tasks of ./render.cjs
      'use strict';

      const { task } = require('doall/runtime');

      exports.sumTimesK = task(__filename, 'sumTimesK', ([a, b], { k }) => {
        // the work
        const sum = a + b;
        return sum * k;
      });
      "
    `);
  });

  test('below a directive that code follows at once, with a blank line', () => {
    const source = `'use strict';\nexport const roots = [4, 9].map((x) => Math.sqrt(x));\n`;
    const { output } = rewriteFile(source, 'render.mjs', { minWork: 0 });
    expect(output).toMatch(/^'use strict';\n\nimport .*\nimport .*\n\nexport const roots/);
  });

  test('with parameters as the file writes them', () => {
    const source = `const roots = [4, 9].map(x => Math.sqrt(x));\nconsole.log(roots);\n`;
    const { worker } = rewriteFile(source, 'render.mjs', { minWork: 0 });
    expect(worker?.text).toContain("'computeRoot', x =>");
  });

  test('with types', () => {
    const source = pushLoop
      .replace('avalues, bvalues) {', 'avalues: number[], bvalues: number[]): number[] {')
      .replace('results = []', 'results: number[] = []');
    const plan = pushPlan(source);
    const typed: HandMade = {
      ...plan,
      items: (t) => ({ kind: 'enumerate', text: t('‹avalues›'), presentOnly: false }),
      parameterType: '‹avalues›',
      consume: (t, find) => ({
        as: 'declaration',
        method: 'map',
        declaration: findDeclaration(source, find),
        head: t('const results: number[] = '),
      }),
    };
    expect(both(render(source, [typed], 'render.mts'))).toMatchInlineSnapshot(`
      "import { mapSync, enumerate } from 'doall/runtime';
      import { sumTimesK } from './render.worker.mjs';

      export function combine(avalues: number[], bvalues: number[]): number[] {
        const k = 100;
        const results: number[] = mapSync(sumTimesK, enumerate(avalues), { k });
        return results;
      }

      === render.worker.mts
      // doall: tasks of ./render.mts
      import { task } from 'doall/runtime';

      export const sumTimesK = task(
        import.meta.url,
        'sumTimesK',
        ([a, b]: [number, number], { k }: { k: number }): number => {
          // the work
          const sum = a + b;
          return sum * k;
        },
      );
      "
    `);
  });

  test('keeps byte-order mark, CRLF and tabs', () => {
    const source = '\uFEFF' + pushLoop.replaceAll('  ', '\t').replaceAll('\n', '\r\n');
    const plan = { ...pushPlan(source), body: '‹// the work\r\n\t\tconst sum = a + b;›\nreturn ‹sum * k›;' };
    const { source: output, worker } = render(source, [plan]);
    expect(output).toBe(
      '\uFEFF' +
        [
          "import { mapSync } from 'doall/runtime';",
          "import { zip } from './zip.mjs';",
          "import { sumTimesK } from './render.worker.mjs';",
          '',
          'export function combine(avalues, bvalues) {',
          '\tconst k = 100;',
          '\tconst results = mapSync(sumTimesK, zip(avalues, bvalues), { k });',
          '\treturn results;',
          '}',
          '',
        ].join('\r\n'),
    );
    expect(worker?.text.split('\r\n')).toEqual([
      '// doall: tasks of ./render.mjs',
      "import { task } from 'doall/runtime';",
      '',
      "export const sumTimesK = task(import.meta.url, 'sumTimesK', ([a, b], { k }) => {",
      '\t// the work',
      '\tconst sum = a + b;',
      '\treturn sum * k;',
      '});',
      '',
    ]);
  });

  test('without semicolons, and with one where the next line would go on', () => {
    const source = pushLoop
      .replaceAll(';', '')
      .replace('  return results', '  ;[1].concat(results)\n  return results');
    expect(
      both(
        render(
          source,
          [pushPlan(source)].map((p) => ({
            ...p,
            body: '‹// the work\n    const sum = a + b›\nreturn ‹sum * k›;',
          })),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "import { mapSync } from 'doall/runtime'
      import { zip } from './zip.mjs'
      import { sumTimesK } from './render.worker.mjs'

      export function combine(avalues, bvalues) {
        const k = 100
        const results = mapSync(sumTimesK, zip(avalues, bvalues), { k })
        ;[1].concat(results)
        return results
      }

      === render.worker.mjs
      // doall: tasks of ./render.mjs
      import { task } from 'doall/runtime'

      export const sumTimesK = task(import.meta.url, 'sumTimesK', ([a, b], { k }) => {
        // the work
        const sum = a + b
        return sum * k
      })
      "
    `);
    const glued = source.replace('  ;[1]', '  [1]');
    expect(
      render(glued, [{ ...pushPlan(glued), body: '‹// the work\n    const sum = a + b›\nreturn ‹sum * k›;' }])
        .source,
    ).toContain('{ k });\n  [1]');
  });
});

const bestLoop = `/**
 * @license MIT
 */

/** How good a move is. */
export function score(move) {
  return weigh(move) * 2;
}

function weigh(move) {
  return \`
    \${move}
  \`.length;
}

export async function best(moves) {
  let top = -1;
  let mapSync = 0;
  outer: for (const move of moves) {
    const value = score(move);
    if (value > top) top = value;
    if (top > 99) break outer;
  }
  return weigh(top) + mapSync;
}
`;

function bestPlan(): HandMade {
  return {
    loop: loopAt(bestLoop, 'outer: for'),
    items: (t) => ({ kind: 'iterable', text: t('‹moves›'), spread: false }),
    parameter: '‹move›',
    task: 'score',
    expression: '‹score(move)›',
    helpers: [declared(bestLoop, 'score', true), declared(bestLoop, 'weigh')],
    isAsync: true,
    consume: (t) => ({
      as: 'loop',
      binding: t('value'),
      withItems: false,
      settled: false,
      body: t('‹if (value > top) top = value;›\n‹if (top > 99) break outer;›'),
      label: 'outer',
    }),
  };
}

describe('a loop over results', () => {
  test('leaves an exported helper where it is and imports it', () => {
    expect(both(render(bestLoop, [bestPlan()]))).toMatchInlineSnapshot(`
      "/**
       * @license MIT
       */

      import { imapSync } from 'doall/runtime';
      import { scoreTask } from './render.worker.mjs';

      /** How good a move is. */
      export function score(move) {
        return weigh(move) * 2;
      }

      function weigh(move) {
        return \`
          \${move}
        \`.length;
      }

      export async function best(moves) {
        let top = -1;
        let mapSync = 0;
        outer: for (const value of imapSync(scoreTask, moves)) {
          if (value > top) top = value;
          if (top > 99) break outer;
        }
        return weigh(top) + mapSync;
      }

      === render.worker.mjs
      // doall: tasks of ./render.mjs
      import { task } from 'doall/runtime';
      import { score } from './render.mjs';

      export const scoreTask = task(import.meta.url, 'scoreTask', (move) =>
        score(move),
      );
      "
    `);
  });

  test('moves helpers out of a module with side effects, and exports them again', () => {
    expect(both(render(bestLoop, [{ ...bestPlan(), sourceHasSideEffects: true }]))).toMatchInlineSnapshot(`
      "/**
       * @license MIT
       */

      import { imapSync } from 'doall/runtime';
      import { scoreTask, weigh } from './render.worker.mjs';

      export { score } from './render.worker.mjs';

      export async function best(moves) {
        let top = -1;
        let mapSync = 0;
        outer: for (const value of imapSync(scoreTask, moves)) {
          if (value > top) top = value;
          if (top > 99) break outer;
        }
        return weigh(top) + mapSync;
      }

      === render.worker.mjs
      // doall: tasks of ./render.mjs
      import { task } from 'doall/runtime';

      /** How good a move is. */
      export function score(move) {
        return weigh(move) * 2;
      }

      export function weigh(move) {
        return \`
          \${move}
        \`.length;
      }

      export const scoreTask = task(import.meta.url, 'scoreTask', (move) =>
        score(move),
      );
      "
    `);
  });

  test('awaits where the function is async', () => {
    expect(render(bestLoop, [bestPlan()], 'render.mjs', { await: true }).source).toContain(
      'outer: for await (const value of imap(scoreTask, moves)) {',
    );
  });

  test('passes options after constants that are not there', () => {
    const plan: HandMade = {
      ...bestPlan(),
      consume: (t) => ({
        as: 'loop',
        binding: t('[move, outcome]'),
        withItems: true,
        settled: true,
        body: t('console.log(‹move›);\nconst value = settledValue(outcome);'),
        label: undefined,
      }),
    };
    const { source } = render(bestLoop, [plan]);
    expect(source).toContain(
      'of imapSync(scoreTask, moves, undefined, {\n    withItems: true,\n    settled: true,\n  })) {',
    );
    expect(source).toContain("import { imapSync, settledValue } from 'doall/runtime';");
  });
});

test('CommonJS in a function that has an exports of its own', () => {
  const source = `define(function (exports) {
  exports.all = (xs) => xs.map((x) => x * 2);
});
`;
  const plan: HandMade = {
    loop: 'xs.map((x) => x * 2)',
    items: (t) => ({ kind: 'iterable', text: t('‹xs›'), spread: false }),
    parameter: '‹x›',
    task: 'double',
    expression: '‹x * 2›',
    consume: (t) => ({ as: 'expression', method: 'map', suffix: t('') }),
  };
  expect(render(source, [plan], 'render.cjs').source).toContain('exports.all = (xs) => mapSync(double, xs);');
});

describe('an expression', () => {
  const source = `export async function total(width, height, zoom, quality, palette) {
  return Array.from({ length: height }, (_, y) => shade(y, width, zoom, quality, palette)).reduce((a, b) => a + b, 0);
}
`;
  const plan: HandMade = {
    loop: 'Array.from({ length: height }, (_, y) => shade(y, width, zoom, quality, palette))',
    items: (t) => ({ kind: 'range', from: t('0'), to: t('‹height›'), step: undefined }),
    parameter: '‹y›',
    constants: ['width', 'zoom', 'quality', 'palette'],
    task: 'shadeRow',
    expression: '‹shade(y, width, zoom, quality, palette)›',
    isAsync: true,
    consume: (t) => ({ as: 'expression', method: 'map', suffix: t('') }),
  };

  test('stays in its chain', () => {
    expect(both(render(source, [plan]))).toMatchInlineSnapshot(`
      "import { mapSync, range } from 'doall/runtime';
      import { shadeRow } from './render.worker.mjs';

      export async function total(width, height, zoom, quality, palette) {
        return mapSync(shadeRow, range(0, height), { width, zoom, quality, palette }).reduce((a, b) => a + b, 0);
      }

      === render.worker.mjs
      // doall: tasks of ./render.mjs
      import { task } from 'doall/runtime';

      export const shadeRow = task(import.meta.url, 'shadeRow', (y, { width, zoom, quality, palette }) =>
        shade(y, width, zoom, quality, palette),
      );
      "
    `);
  });

  test('is parenthesised when awaited', () => {
    const { source: output } = render(source, [plan], 'render.mjs', { await: true });
    expect(output).toContain('return (await map(shadeRow, range(0, height), {');
  });

  test('renames what the file already calls otherwise', () => {
    const own = `const range = 5;\n${source}`;
    const { source: output } = render(own, [plan]);
    expect(output).toContain("import { mapSync, range as poolRange } from 'doall/runtime';");
    expect(output).toContain('poolRange(0, height)');
  });
});

describe('an existing worker module', () => {
  test('that the file imports is extended', () => {
    const first = render(pushLoop, [pushPlan()]);
    const source = `${first.source ?? ''}
export function more(avalues) {
  let total = 0;
  for (const a of avalues) {
    total += Math.sqrt(a);
  }
  return total;
}
`;
    const plan: HandMade = {
      loop: loopAt(source, 'for (const a of'),
      items: (t) => ({ kind: 'iterable', text: t('‹avalues›'), spread: false }),
      parameter: '‹a›',
      task: 'sumTimesK',
      expression: '‹Math.sqrt(a)›',
      consume: (t) => ({
        as: 'loop',
        binding: t('value'),
        withItems: false,
        settled: false,
        body: t('total += value;'),
        label: undefined,
      }),
    };
    expect(both(render(source, [plan], 'render.mjs', {}, first.worker?.text))).toMatchInlineSnapshot(`
      "import { mapSync, imapSync } from 'doall/runtime';
      import { zip } from './zip.mjs';
      import { sumTimesK, sumTimesKTask } from './render.worker.mjs';

      export function combine(avalues, bvalues) {
        const k = 100;
        const results = mapSync(sumTimesK, zip(avalues, bvalues), { k });
        return results;
      }

      export function more(avalues) {
        let total = 0;
        for (const value of imapSync(sumTimesKTask, avalues)) {
          total += value;
        }
        return total;
      }

      === render.worker.mjs
      // doall: tasks of ./render.mjs
      import { task } from 'doall/runtime';

      export const sumTimesK = task(import.meta.url, 'sumTimesK', ([a, b], { k }) => {
        // the work
        const sum = a + b;
        return sum * k;
      });

      export const sumTimesKTask = task(import.meta.url, 'sumTimesKTask', (a) =>
        Math.sqrt(a),
      );
      "
    `);
  });

  test('that the file no longer imports is made anew', () => {
    const first = render(pushLoop, [pushPlan()]);
    const again = render(
      pushLoop,
      [pushPlan()],
      'render.mjs',
      {},
      `${first.worker?.text ?? ''}\nconst old = 1;\n`,
    );
    expect(again.worker?.text).toBe(first.worker?.text);
  });
});

describe('refuses', () => {
  test('a task that mentions a local variable', () => {
    const { source, passedOver } = render(pushLoop, [{ ...pushPlan(), constants: [] }]);
    expect(source).toBeUndefined();
    expect(passedOver).toMatchObject([{ code: 'free-variable', subject: 'k' }]);
  });

  test('a helper that the plan does not list', () => {
    const { source, passedOver } = render(bestLoop, [{ ...bestPlan(), helpers: [] }]);
    expect(source).toBeUndefined();
    expect(passedOver).toMatchObject([{ code: 'free-variable', subject: 'score' }]);
  });

  test('a helper that the file assigns again', () => {
    const source = `${bestLoop}\nweigh = () => 0;\n`;
    const { passedOver } = render(source, [{ ...bestPlan(), sourceHasSideEffects: true }]);
    expect(passedOver).toMatchObject([{ code: 'helper-declaration', subject: 'weigh' }]);
  });

  test('output that does not parse', () => {
    const { source, passedOver } = render(pushLoop, [{ ...pushPlan(), body: 'return (;' }]);
    expect(source).toBeUndefined();
    expect(passedOver).toMatchObject([{ code: 'output-does-not-parse' }]);
  });
});
