import type { TSESLint } from '@typescript-eslint/utils';
import type { UnclosedPool } from '../src/verdict/threads/unclosed-pools.ts';
import { findUnclosedPools } from '../src/verdict/threads/unclosed-pools.ts';
import { createRule } from './shared/create-rule.ts';

export default createRule({
  name: 'require-pool-disposal',
  meta: {
    type: 'problem',
    docs: { description: 'require worker pools to be closed, also when a task fails' },
    messages: {
      neverInFunction:
        'This {{library}} pool is never closed: every call of the function leaves its threads behind. Close it with `{{method}}()` in a `finally`.',
      neverInScript:
        'This {{library}} pool is never closed, and its threads keep the process alive. Close it with `{{method}}()` when the last task is done.',
      notOnError:
        'When a task fails, this line is not reached and the {{library}} pool stays open. Move it into a `finally`.',
      close: 'Close it in a `finally` at the end of the block.',
      moveToFinally: 'Move it into a `finally` around what comes before.',
    },
    hasSuggestions: true,
    schema: [],
  },
  create: (context) => ({
    'Program:exit'() {
      for (const unclosed of findUnclosedPools(context.sourceCode)) {
        const { node, kind, instance } = unclosed;
        const data = { library: instance.api.library, method: instance.api.dispose[0] ?? '' };
        context.report({ node, messageId: kind, data, suggest: suggestionsFor(unclosed) });
      }
    },
  }),
});

function suggestionsFor({ kind, mend }: UnclosedPool): TSESLint.ReportSuggestionArray<string> {
  if (!mend) return [];
  const messageId = kind === 'notOnError' ? 'moveToFinally' : 'close';
  return [{ messageId, fix: (fixer) => mend.map(({ range, text }) => fixer.replaceTextRange(range, text)) }];
}
