import { basename } from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceUnit } from '../src/model/index.ts';
import type { RuleContext } from './shared/create-rule.ts';
import { createRule } from './shared/create-rule.ts';
import type { LoadEffect } from './shared/load-effects.ts';
import { findLoadEffects } from './shared/load-effects.ts';
import type { SourceCode } from '../src/verdict/threads/modules.ts';
import { exportOf, sourceCodeOf } from '../src/verdict/threads/modules.ts';
import { hazardProperties, readOptions, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';
import { withRunContext } from './shared/run-context.ts';
import { walk } from '../src/verdict/threads/walk.ts';
import { isWorkerModule } from './shared/worker-modules.ts';

export default createRule({
  name: 'no-worker-side-effects',
  meta: {
    type: 'problem',
    docs: { description: 'disallow modules that do something when a worker imports them' },
    messages: {
      ...hazardMessages('no-worker-side-effects'),
      again:
        'Every worker imports this file for its tasks, and `{{what}}` would run again in each. Move the tasks into a file of their own, or put this under `if (isMainThread)`.',
    },
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => ({
    ...reportHazards(context, 'no-worker-side-effects'),
    Program: (program) => {
      const { sourceCode } = context;
      const declares = declaresTasks(sourceCode);
      if (declares) checkOwn(context);
      if (declares || isWorkerModule(sourceCode)) checkImports(context, program);
    },
  }),
});

/** `task(import.meta.url, 'name', fn)` of doall's runtime: a worker finds the task by importing this file. */
function declaresTasks(sourceCode: SourceCode): boolean {
  if (!sourceCode.text.includes('doall/runtime')) return false;
  return [...walk(sourceCode.ast, sourceCode.visitorKeys)].some((node) => {
    const called = node.type === 'CallExpression' ? exportOf(sourceCode, node.callee) : undefined;
    return called?.module === 'doall/runtime' && called.name === 'task';
  });
}

function checkOwn(context: RuleContext): void {
  for (const { node, what } of findLoadEffects(context.sourceCode)) {
    context.report({ node, messageId: 'again', data: { what } });
  }
}

/** The project's own modules that the file imports, and those that they import in turn. */
function checkImports(context: RuleContext, program: TSESTree.Program): void {
  const seen = new Set([context.physicalFilename]);
  for (const source of importsOf(program)) {
    const found = findImportedEffect(context, source.value, context.physicalFilename, seen);
    if (!found) continue;
    const detail = `\`${found.effect.what}\` in ${basename(found.file)}, line ${String(found.effect.node.loc.start.line)}`;
    const data = { subject: source.value, detail, note: ` (${detail})`, line: source.loc.start.line };
    context.report({ node: source, messageId: 'module-side-effects', data });
  }
}

interface ImportedEffect {
  readonly file: string;
  readonly effect: LoadEffect;
}

function findImportedEffect(
  context: RuleContext,
  specifier: string,
  from: string,
  seen: Set<string>,
): ImportedEffect | undefined {
  const unit = specifier.startsWith('.') ? resolveImport(context, specifier, from) : undefined;
  if (!unit || seen.has(unit.file)) return undefined;
  seen.add(unit.file);
  const [effect] = findLoadEffects(sourceCodeOf(unit));
  if (effect) return { file: unit.file, effect };
  for (const { value } of importsOf(unit.ast)) {
    const inner = findImportedEffect(context, value, unit.file, seen);
    if (inner) return inner;
  }
  return undefined;
}

function resolveImport(context: RuleContext, specifier: string, from: string): SourceUnit | undefined {
  const { analysis } = readOptions(context);
  return withRunContext(context.cwd, analysis, ({ project }) => project?.resolve(specifier, from));
}

/** The names of modules in `import … from`, `export … from` and `const x = require(…)` at the top level. */
function importsOf({ body }: TSESTree.Program): TSESTree.StringLiteral[] {
  return body.flatMap((statement) => {
    if (statement.type === 'ImportDeclaration' && statement.importKind !== 'type') return [statement.source];
    if (statement.type === 'ExportAllDeclaration') return [statement.source];
    if (statement.type === 'ExportNamedDeclaration') return statement.source ? [statement.source] : [];
    return statement.type === 'VariableDeclaration' ? requiredBy(statement) : [];
  });
}

function requiredBy({ declarations }: TSESTree.VariableDeclaration): TSESTree.StringLiteral[] {
  return declarations.flatMap(({ init }) => {
    if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier') return [];
    const [source] = init.arguments;
    const isRequire = init.callee.name === 'require' && source?.type === 'Literal';
    return isRequire && typeof source.value === 'string' ? [source] : [];
  });
}
