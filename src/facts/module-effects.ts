/**
 * Purpose: whether loading a file does something besides declaring things.
 * Input: the file's top-level statements, and the project's files that it imports.
 * Guarantee: what isn't surely a declaration counts as an effect. Packages that are imported by name count as harmless.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import type { ModuleSideEffects } from './analysis.ts';
import { createFrame } from './effects/frame.ts';
import type { Frame } from './effects/frame.ts';
import { evaluateStatement } from './effects/statements.ts';
import { evaluateSafely } from './summaries/summarize.ts';
import { isOwnEffect } from './summaries/own.ts';
import type { Run } from './run.ts';
import { locate } from './scopes.ts';

type Evidence = ModuleSideEffects['evidence'][number];

const known = new WeakMap<SourceUnit['ast'], ModuleSideEffects>();

export function findModuleSideEffects(run: Run, unit: SourceUnit): ModuleSideEffects {
  const found = known.get(unit.ast);
  if (found) return found;
  known.set(unit.ast, { has: false, evidence: [] }); // a cycle of imports adds nothing to itself
  const frame = createFrame(run, unit, [0, unit.text.length], false);
  const evidence = unit.ast.body.flatMap((statement) => [
    ...effectsOfImports(run, unit, statement),
    ...effectsOfStatement(run, frame, statement),
  ]);
  const result = { has: evidence.length > 0, evidence };
  known.set(unit.ast, result);
  return result;
}

function effectsOfStatement(run: Run, frame: Frame, statement: TSESTree.Statement): readonly Evidence[] {
  const isDone = evaluateSafely(run, frame, () => evaluateStatement(frame, statement));
  const effect = frame.steps.find(
    (step) => step.kind !== 'invoke' && step.kind !== 'read' && !isOwnEffect(frame, step) && !isExport(step),
  );
  return effect || !isDone ? [{ at: locate(frame.unit, statement), what: effect?.kind ?? 'unknown' }] : [];
}

/** `module.exports = …`, `exports.x = …` */
function isExport(step: Frame['steps'][number]): boolean {
  if (step.kind !== 'write' || step.place.root.kind !== 'global') return false;
  return /^(?:module|exports)\b/.test(step.place.root.name);
}

/** `import './setup'` is there for its effects; other imports are followed within the project. */
function effectsOfImports(run: Run, unit: SourceUnit, statement: TSESTree.Statement): readonly Evidence[] {
  const source = sourceOf(statement);
  if (source === undefined) return [];
  const at = locate(unit, statement);
  const target = run.context.project?.resolve(source, unit.file);
  if (target && !target.file.includes('/node_modules/')) {
    return findModuleSideEffects(run, target).has ? [{ at, what: `import of ${source}` }] : [];
  }
  const isBare = statement.type === 'ImportDeclaration' && statement.specifiers.length === 0;
  return isBare ? [{ at, what: `import of ${source}` }] : [];
}

function sourceOf(statement: TSESTree.Statement): string | undefined {
  switch (statement.type) {
    case 'ImportDeclaration':
      return statement.importKind === 'type' ? undefined : statement.source.value;
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return statement.exportKind === 'type' ? undefined : statement.source?.value;
    case 'VariableDeclaration':
      return statement.declarations.map(({ init }) => requireOf(init)).find((source) => source !== undefined);
    case 'ExpressionStatement':
      return requireOf(statement.expression);
    default:
      return undefined;
  }
}

function requireOf(node: TSESTree.Node | null): string | undefined {
  if (node?.type === 'MemberExpression') return requireOf(node.object);
  if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const [argument] = node.arguments;
  const isRequire = node.callee.name === 'require' && argument?.type === 'Literal';
  return isRequire && typeof argument.value === 'string' ? argument.value : undefined;
}
