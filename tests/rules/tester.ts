/** RuleTester under vitest, for JavaScript (espree) and TypeScript cases. */
import { RuleTester } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import { describe, it } from 'vitest';
import type { Rule } from '../../rules/shared/create-rule.ts';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

const tester = new RuleTester({ languageOptions: { ecmaVersion: 'latest', sourceType: 'module' } });

export type ValidCase = RuleTester.ValidTestCase | string;
export type InvalidCase = RuleTester.InvalidTestCase;

export function testRule(
  name: string,
  rule: Rule,
  cases: { readonly valid: ValidCase[]; readonly invalid: InvalidCase[] },
): void {
  tester.run(name, rule as never, cases);
}

/** The case, parsed as TypeScript. */
export function ts<T extends RuleTester.ValidTestCase>(testCase: T): T {
  return { ...testCase, filename: 'case.ts', languageOptions: { parser } };
}

/** The case, as a CommonJS file. */
export function cjs<T extends RuleTester.ValidTestCase>(testCase: T): T {
  return { ...testCase, filename: 'case.cjs', languageOptions: { sourceType: 'commonjs' } };
}

const heavy = `
function heavy(x) {
  let h = 1;
  for (let i = 0; i < 1e6; i++) h = (h * 31 + x * i) % 65521;
  return h;
}`;

/** The code, with a function \`heavy\` below it that is worth a worker. */
export function heavyCase(code: string): string {
  return code + heavy;
}
