/** Facts as text: the debug view, and the golden files of the tests. */
import type { CallStep, Effect, Key, Place, Root, ValueFact } from '../model/index.ts';
import type { LoopAnalysis } from './analysis.ts';
import { printPolynomial } from './dependence/index.ts';

/** One loop's facts, a line each; offsets of declarations are left out. */
export function printFacts({ facts }: LoopAnalysis): string {
  const { loop, effects, captures, dependences, roles, reductions } = facts;
  const { space } = loop;
  return [
    `${loop.form} at line ${loop.start.line}, ${space.kind}`,
    ...section('effects', effects.map(printEffect)),
    ...section(
      'captures',
      captures.map(
        ({ name, kind, level, readOnly }) => `${name}: ${kind}, ${level}${readOnly ? '' : ', changed'}`,
      ),
    ),
    ...section(
      'roles',
      roles.map(({ name, role }) => `${name}: ${role}`),
    ),
    ...section(
      'reductions',
      reductions.map(({ name, operator }) => `${name} by ${operator}`),
    ),
    ...section(
      'carried flow',
      dependences
        .filter(({ kind, carried }) => carried && kind === 'flow')
        .map(({ place, test, certainty }) => `${printPlace(place)} (${test}, ${certainty})`),
    ),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  const unique = [...new Set(lines)];
  return unique.length === 0 ? [] : [`  ${title}`, ...unique.map((line) => `    ${line}`)];
}

export function printEffect(effect: Effect): string {
  const when = effect.conditional ? '?' : '';
  const via = effect.via.map(({ callee }: CallStep) => ` via ${callee}`).join('');
  return `${effect.kind}${when} ${printDetail(effect)}${via}`.replace(/ +/g, ' ').trimEnd();
}

function printDetail(effect: Effect): string {
  switch (effect.kind) {
    case 'read':
      return printPlace(effect.place);
    case 'write':
      return `${printPlace(effect.place)} ${effect.operator ?? ''}`;
    case 'mutate':
      return `${printPlace(effect.place)} by ${effect.method}`;
    case 'call':
      return `${effect.callee} (${effect.why})`;
    case 'io':
      return `${effect.mode} ${effect.device} ${effect.callee}`;
    case 'nondeterminism':
      return effect.source;
    case 'ambient':
      return `${effect.mode} ${effect.source}`;
    case 'hidden':
    case 'unknown':
      return effect.why;
    default:
      return '';
  }
}

export function printPlace({ root, path }: Place): string {
  return printRoot(root) + path.map(printKey).join('');
}

function printRoot(root: Root): string {
  switch (root.kind) {
    case 'binding':
      return root.name;
    case 'item':
      return `item ${root.name}`;
    case 'global':
      return `global ${root.name}`;
    case 'this':
      return 'this';
    case 'param':
      return `param ${root.index}`;
    case 'fresh':
      return 'fresh';
    case 'unknown':
      return `unknown(${root.why})`;
  }
}

function printKey(key: Key): string {
  switch (key.kind) {
    case 'name':
      return `.${key.name}`;
    case 'index':
      return `[${printPolynomial(key.subscript).replace(/@\d+(?:#\d+)?/g, '')}]`;
    case 'unknown':
      return '[?]';
    case 'all':
      return '[*]';
  }
}

export function printValue({ primitive, unknown, refersTo }: ValueFact): string {
  if (primitive) return 'primitive';
  const places = refersTo.map(printPlace).join(', ');
  return `${unknown ? 'unknown' : 'object'}${places === '' ? '' : `: ${places}`}`;
}
