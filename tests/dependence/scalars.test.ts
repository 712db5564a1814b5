/** Scalars by upward-exposed reads, the roles of variables, and reductions with their negatives. */
import { describe, expect, test } from 'vitest';
import {
  analyzeDependences,
  classifyRoles,
  findReductions,
  testDependences,
} from '../../src/facts/dependence/index.ts';
import { inputOf } from './harness.ts';

const loop = (body: string) =>
  inputOf(
    `function f(a, b, h, out, n) { let s = 0, t, k = 0; for (let i = 0; i < n; i++) { ${body} } return s + t + k; }`,
    {
      liveAfter: ['s'],
    },
  );

function roleOf(name: string, body: string): string | undefined {
  return classifyRoles(loop(body)).find((entry) => entry.name === name)?.role;
}

function carriesScalar(name: string, body: string): boolean {
  return testDependences(loop(body)).some(
    ({ kind, carried, place: { root, path } }) =>
      kind === 'flow' && carried && path.length === 0 && root.kind === 'binding' && root.name === name,
  );
}

describe('roles', () => {
  test.each([
    ['t', 't = a[i]; b[i] = t;', 'private'],
    ['s', 's = a[i]; b[i] = s;', 'lastprivate'],
    ['t', 'if (a[i]) t = 1; else t = 2; b[i] = t;', 'private'],
    ['t', 'if (a[i]) t = 1; b[i] = t;', 'shared'],
    ['t', 'if (!a[i]) continue; t = a[i]; b[i] = t;', 'private'],
    ['t', 'for (let j = 0; j < n; j++) t = j; b[i] = t;', 'shared'],
    ['t', 'for (let j = 0; j < 3; j++) t = j; b[i] = t;', 'private'],
    ['t', 'do { t = a[i]; } while (t > 3); b[i] = t;', 'private'],
    ['t', 'while (true) { t = a[i]; break; } b[i] = t;', 'shared'],
    ['t', 'try { t = a[i](); } catch { b[i] = t; }', 'shared'],
    ['t', 'try { t = a[i](); } finally { t = 1; } b[i] = t;', 'private'],
    ['t', 'switch (a[i]) { case 1: t = 1; break; default: t = 2; } b[i] = t;', 'private'],
    ['t', 'switch (a[i]) { case 1: t = 1; break; } b[i] = t;', 'shared'],
    ['t', 'a[i] && (t = 1); b[i] = t;', 'shared'],
    ['t', 'b[i] = a[i] ? (t = 1) : (t = 2); b[i] = t;', 'private'],
    ['t', '[t] = a[i]; b[i] = t;', 'private'],
    ['t', 't ??= a[i]; b[i] = t;', 'shared'],
    ['k', 'k += 2; b[i] = a[k];', 'induction'],
    ['k', 'if (a[i]) k++; else k++; b[i] = a[k];', 'induction'],
    ['k', 'if (a[i]) k++; b[i] = a[k];', 'shared'],
    ['k', 'k += a[i]; b[i] = k;', 'shared'],
    ['s', 's += a[i];', 'reduction'],
    ['n', 'b[i] = n;', 'constant'],
    ['a', 'b[i] = a[i];', 'constant'],
    ['b', 'b[i] = a[i];', 'shared'],
    ['h', 'for (let j = 0; j < n; j++) h[j] = 0; for (let j = 0; j < n; j++) b[i] = h[j];', 'private'],
  ])('%s in %s', (name, body, role) => {
    expect(roleOf(name, body)).toBe(role);
  });

  test('a wrap-around variable carries', () => {
    expect(carriesScalar('t', 'b[i] = a[t]; t = i;')).toBe(true);
    expect(carriesScalar('t', 't = i; b[i] = a[t];')).toBe(false);
  });

  test('a cursor that moves in some iterations carries', () => {
    expect(carriesScalar('k', 'if (b[i]) { a[k] = b[i]; k += 1; }')).toBe(true);
  });

  test('a closure may write at any time', () => {
    expect(roleOf('t', 't = 1; const g = () => { t = 2; }; g(); b[i] = t;')).toBe('private');
    expect(roleOf('k', 'k += 1; const g = () => { k = 2; }; g(); b[i] = a[k];')).toBe('shared');
  });
});

describe('reductions', () => {
  const found = (body: string) =>
    findReductions(loop(body)).map((r) => `${r.name} ${r.operator}${r.ordered ? ' ordered' : ''}`);

  test.each([
    ['s += a[i];', ['s + ordered']],
    ['s = s + a[i];', ['s + ordered']],
    ['s = a[i] + s;', ['s + ordered']],
    ['s -= a[i];', ['s - ordered']],
    ['s *= a[i];', ['s * ordered']],
    ['s |= a[i];', ['s |']],
    ['if (a[i]) s++;', ['s +']],
    ['s = Math.max(s, a[i]);', ['s max']],
    ['if (a[i] > s) s = a[i];', ['s max ordered']],
    ['if (s > a[i]) { s = a[i]; t = i; }', ['s min ordered', 't argmin ordered']],
    ['s = a[i] > s ? a[i] : s;', ['s max ordered']],
    ['if (!t || a[i].score > t.score) t = a[i];', ['t max ordered']],
    ['h[a[i]]++;', ['h histogram']],
    ['h[a[i]] = (h[a[i]] || 0) + 1;', ['h histogram']],
    ['h.set(a[i], (h.get(a[i]) ?? 0) + 1);', ['h histogram ordered']],
    ['s += `<li>${a[i]}</li>`;', ['s concat ordered']],
    ['out.push(a[i]);', ['out append ordered']],
    ['s ||= a[i];', ['s or ordered']],
    ['s = s && a[i];', ['s and ordered']],
    ['s += a[i]; s += b[i];', ['s + ordered']],
    ['if (a[i] > s) { s = a[i]; t = i; } b[i] = t;', ['s max ordered']],
  ])('%s', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  test.each([
    ['the accumulator is subtracted', 's = a[i] - s;'],
    ['the operand reads the accumulator', 's += s * a[i];'],
    ['read elsewhere', 's += a[i]; b[i] = s;'],
    ['read in a condition', 'if (s < 10) s += a[i];'],
    ['two operators', 's += a[i]; s *= b[i];'],
    ['written elsewhere', 's += a[i]; if (b[i]) s = 0;'],
    ['the subscript reads the accumulator', 'h[h[i]]++;'],
    ['cells of one iteration each', 'b[i] += a[i];'],
    ['another value is kept', 'if (a[i] > s) s = b[i];'],
  ])('not when %s', (_, body) => {
    expect(found(body)).toEqual([]);
  });
});

test('what follows a jump may be skipped', () => {
  const flowsIn = (body: string) => testDependences(loop(body)).filter((d) => d.kind === 'flow' && d.carried);
  expect(flowsIn('t = a[t];').map((d) => d.certainty)).toEqual(['definite']);
  expect(flowsIn('if (b[i]) continue; t = a[t];').map((d) => d.certainty)).toEqual(['possible']);
});

test('a body with too many accesses is refused, not compared for minutes', () => {
  const body = Array.from({ length: 650 }, (_, i) => `b[i + ${i}] = a[i + ${i}];\n`).join('');
  const { dependences } = analyzeDependences(loop(body));
  expect(dependences.some((d) => d.kind === 'flow' && d.carried)).toBe(true);
});
