/** How every rule of the plugin is made. */
import type { TSESLint } from '@typescript-eslint/utils';

export interface RuleDocs {
  /** One line, without a full stop: it is the title of the rule's page. */
  readonly description: string;
  readonly url?: string;
}

export type RuleOptions = readonly [Readonly<Record<string, unknown>>?];

export type Rule = TSESLint.RuleModule<string, RuleOptions, RuleDocs>;

export type RuleContext = Readonly<TSESLint.RuleContext<string, RuleOptions>>;

interface RuleDefinition {
  readonly name: string;
  readonly meta: TSESLint.RuleMetaData<string, RuleDocs, RuleOptions> & { readonly docs: RuleDocs };
  readonly create: (context: RuleContext) => TSESLint.RuleListener;
}

const docsRoot = 'https://unpkg.com/doall/docs/rules';

/**
 * A rule with the address of its page. `@typescript-eslint/utils` has a `RuleCreator` for this; it is not used so that
 * loading the plugin needs no package but the analysis.
 */
export function createRule({ name, meta, create }: RuleDefinition): Rule {
  const docs = { ...meta.docs, url: `${docsRoot}/${name}.md` };
  return { name, meta: { ...meta, docs }, create };
}
