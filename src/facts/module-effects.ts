/**
 * Purpose: whether loading a file, and everything that it imports, does something besides declaring things.
 * Input: the file's top-level statements, and the files that its imports lead to.
 * Guarantee: what isn't surely a declaration counts as an effect, and so does a module that can't be looked into.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import type { ModuleSideEffects } from './analysis.ts';
import { walkNodes } from './ast.ts';
import type { FactsContext } from './context.ts';
import { isImportOfTypes } from './type-imports.ts';
import { createFrame } from './effects/frame.ts';
import type { Frame } from './effects/frame.ts';
import { evaluateStatement } from './effects/statements.ts';
import { evaluateSafely } from './summaries/summarize.ts';
import { isOwnEffect } from './summaries/own.ts';
import { runOf } from './run.ts';
import type { Run } from './run.ts';
import { locate } from './scopes.ts';

type Evidence = ModuleSideEffects['evidence'][number];

/** Packages beyond this size are taken as unknown: looking through them would take longer than it is worth. */
const maxPackageFile = 200_000;

/** Kinds of effects that happen for sure, as opposed to code that isn't known. */
const certain = new Set(['io', 'write', 'mutate', 'nondeterminism', 'throw', 'await']);

export function findModuleSideEffects(run: Run, unit: SourceUnit): ModuleSideEffects {
  const { body } = unit.ast;
  return {
    get has() {
      const isImported = (statement: TSESTree.Statement) => effectsOfImports(run, unit, statement).length > 0;
      return body.some((statement) => ownEffectOf(run, unit, statement)) || body.some(isImported);
    },
    get evidence() {
      return body.flatMap((statement) => {
        const own = ownEffectOf(run, unit, statement);
        return [...effectsOfImports(run, unit, statement), ...(own ? [own] : [])];
      });
    },
  };
}

/**
 * What loading the module that `specifier` names in `unit` does: the first effect of it or of what it imports in turn. A package
 * is harmless when its package.json says `"sideEffects": false`, or when its source is seen to be.
 */
export function findImportEffect(
  context: FactsContext,
  specifier: string,
  unit: SourceUnit,
): Evidence | undefined {
  return importEffect(runOf(context), specifier, unit, unit.ast, new Set());
}

/** The modules that a piece of code names: `import … from`, `export … from`, `import()`, `require()`, also inside functions. */
export function modulesNamedIn(root: TSESTree.Node): readonly string[] {
  const before = named.get(root);
  if (before) return before;
  const found: string[] = [];
  walkNodes(root, (node) => {
    const source = sourceOf(node);
    if (source !== undefined) found.push(source);
  });
  named.set(root, found);
  return found;
}

const named = new WeakMap<TSESTree.Node, readonly string[]>();

/** Those that are there at run time: an import of nothing but types is left out by whatever makes JavaScript of the file. */
function modulesLoadedBy(run: Run, unit: SourceUnit, statement: TSESTree.Statement): readonly string[] {
  return isImportOfTypes(run.context, unit, statement) ? [] : modulesNamedIn(statement);
}

function effectsOfImports(run: Run, unit: SourceUnit, statement: TSESTree.Statement): readonly Evidence[] {
  const at = locate(unit, statement);
  return modulesLoadedBy(run, unit, statement).flatMap((source) => {
    const effect = importEffect(run, source, unit, statement, new Set([unit.ast]));
    return effect ? [{ at, what: `import of ${source}`, isCertain: effect.isCertain }] : [];
  });
}

/** @param seen files that are being looked through already: a cycle of imports adds nothing to itself. */
function importEffect(
  run: Run,
  specifier: string,
  unit: SourceUnit,
  from: TSESTree.Node,
  seen: Set<SourceUnit['ast']>,
): Evidence | undefined {
  const { project } = run.context;
  if (project?.isBuiltinModule(specifier) || /\.json$/.test(specifier)) return undefined;
  const target = project?.resolve(specifier, unit.file);
  const unknown = { at: locate(unit, from), what: `import of ${specifier}`, isCertain: false };
  if (!target) return unknown;
  if (seen.has(target.ast)) return undefined;
  seen.add(target.ast);
  const isPackage = target.file.includes('/node_modules/');
  if (isPackage && project?.isSideEffectFree?.(target.file)) return undefined;
  if (isPackage && target.text.length > maxPackageFile) return unknown;
  for (const statement of target.ast.body) {
    const own = ownEffectOf(run, target, statement);
    if (own && !isOnlyThrow(own)) return isPackage ? { ...own, isCertain: false } : own;
    for (const source of modulesLoadedBy(run, target, statement)) {
      const inner = importEffect(run, source, target, statement, seen);
      if (inner) return inner;
    }
  }
  return undefined;
}

const known = new WeakMap<TSESTree.Statement, { readonly effect: Evidence | undefined }>();

/** What a statement does itself, imports left aside. */
function ownEffectOf(run: Run, unit: SourceUnit, statement: TSESTree.Statement): Evidence | undefined {
  const found = known.get(statement);
  if (found) return found.effect;
  const frame = frameOf(run, unit);
  const isDone = evaluateSafely(run, frame, () => {
    evaluateStatement(frame, statement);
  });
  const step =
    frame.steps.find((one) => isEffect(frame, one)) ?? frame.steps.find((one) => isVisible(frame, one));
  const what = step?.kind ?? 'unknown';
  const isNeeded = step !== undefined || !isDone;
  const effect = isNeeded ? { at: locate(unit, statement), what, isCertain: certain.has(what) } : undefined;
  known.set(statement, { effect });
  return effect;
}

const frames = new WeakMap<SourceUnit['ast'], Frame>();

/** Statements of a file are evaluated in one frame, one after the other. */
function frameOf(run: Run, unit: SourceUnit): Frame {
  const found = frames.get(unit.ast);
  if (found) return found;
  const frame = createFrame(run, unit, [0, unit.text.length], false);
  frame.isEnough = (effect) => isEffect(frame, effect);
  frames.set(unit.ast, frame);
  return frame;
}

/** What an error at its top level leaves of a module that is imported: the program has loaded it, so none was thrown. */
function isOnlyThrow({ what }: Evidence): boolean {
  return what === 'throw';
}

function isEffect(frame: Frame, step: Frame['steps'][number]): boolean {
  return step.kind !== 'throw' && isVisible(frame, step);
}

function isVisible(frame: Frame, step: Frame['steps'][number]): boolean {
  return step.kind !== 'invoke' && step.kind !== 'read' && !isOwnEffect(frame, step) && !isExport(step);
}

/** `module.exports = …`, `exports.x = …`, `Object.defineProperty(exports, …)` */
function isExport(step: Frame['steps'][number]): boolean {
  if (step.kind !== 'write' && step.kind !== 'mutate') return false;
  return step.place.root.kind === 'global' && /^(?:module|exports)\b/.test(step.place.root.name);
}

/** The module that a node names: of an import, an export from it, or a `require`. */
export function sourceOf(node: TSESTree.Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return node.importKind === 'type' ? undefined : node.source.value;
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.exportKind === 'type' ? undefined : node.source?.value;
    case 'ImportExpression':
      return stringOf(node.source);
    case 'TSExternalModuleReference':
      return stringOf(node.expression);
    case 'CallExpression': {
      const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
      return isRequire ? stringOf(node.arguments[0]) : undefined;
    }
    default:
      return undefined;
  }
}

/** The text of a literal; a module whose name is computed has no known name, and isn't found. */
function stringOf(node: TSESTree.Node | undefined): string {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : '(computed)';
}
