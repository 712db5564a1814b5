/**
 * Purpose: classes whose instances can cross to a worker and back, and how the worker module gets hold of them.
 * Input: a class of the project.
 * Guarantee: a class that passes keeps all its state in plain own properties, so that fields and prototype are the whole instance, and
 * is at the top level of a module that exports it, or of the source file.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Variable } from '@typescript-eslint/scope-manager';
import { modulesNamedIn } from '../../facts/index.ts';
import type { ClassRef } from '../../facts/index.ts';
import { isChangedClass, isChangedFrom } from '../../facts/changed-code.ts';
import { cloneabilityOfClass } from '../../facts/cloneability/index.ts';
import { parentClass } from '../../facts/effects/classes.ts';
import { runOf } from '../../facts/run.ts';
import { outerValue } from '../../facts/values/outer.ts';
import type { SourceUnit } from '../../model/index.ts';
import type { LoopView } from './loop-view.ts';

/** What follows all imports, and is asked of plans alone that nothing else refuses. */
interface LateAnswers {
  /** Whether the class isn't declared yet when the worker module loads. */
  readonly isLate: () => boolean;
  /** Why instances lose their prototype: the program may change it after the class is declared. */
  readonly change: () => string | undefined;
}

export type Transport =
  /** A name of the source file stands for it. */
  | ({ readonly kind: 'local'; readonly variable: Variable } & LateAnswers)
  /** Another module exports it. */
  | ({ readonly kind: 'foreign'; readonly file: string; readonly exported: string } & LateAnswers)
  | { readonly kind: 'refused'; readonly name: string; readonly why: string };

export function transportOf(view: LoopView, ref: ClassRef): Transport {
  const name = ref.node.id?.name ?? 'a class without a name';
  const loss = lossOfClass(view, ref);
  if (loss !== undefined) return { kind: 'refused', name, why: loss };
  const change = () => changeOfClass(view, ref);
  const variable = localName(view, ref);
  const isOwn = ref.unit.ast === view.unit.ast;
  const exported = exportedName(ref);
  // A class of the source file that nothing else imports moves to the worker module.
  const isLate = () => (isOwn ? exported !== undefined : imports(view, ref.unit, view.unit));
  if (variable) return { kind: 'local', variable, isLate, change };
  if (isOwn || exported === undefined)
    return { kind: 'refused', name, why: `a worker cannot import its class \`${name}\`` };
  return { kind: 'foreign', file: ref.unit.file, exported, isLate, change };
}

/** What an instance would lose besides its prototype. */
function lossOfClass(view: LoopView, ref: ClassRef, depth = 0): string | undefined {
  const { node, unit } = ref;
  if (depth > 20) return 'its class extends too many others';
  if (node.decorators.length > 0) return 'its class is decorated';
  if (isPatched(node, [unit, view.unit])) return changeOf(ref);
  if (node.body.body.some(isHidden)) return `its class \`${node.id?.name ?? ''}\` has private state`;
  if (node.superClass) {
    const parent = parentClass(runOf(view.facts), node, unit);
    if (!parent) return `its class extends \`${unit.text.slice(...node.superClass.range)}\``;
    const loss = lossOfClass(view, parent, depth + 1);
    if (loss !== undefined) return loss;
  }
  const own = cloneabilityOfClass(node, '', (inner) =>
    inner === node.superClass ? { kind: 'exact' } : undefined,
  );
  return own.kind === 'lossy' || own.kind === 'throws' ? own.what : undefined;
}

/** The same for what files behind those of the class and of the loop do to it, or to a class that it extends. */
function changeOfClass(view: LoopView, ref: ClassRef): string | undefined {
  const { node, unit } = ref;
  const isChanged =
    unit.ast === view.unit.ast
      ? isChangedClass(view.facts, unit, node)
      : isChangedFrom(view.facts, view.unit, unit.file);
  if (isChanged) return changeOf(ref);
  const parent = node.superClass && parentClass(runOf(view.facts), node, unit);
  return parent ? changeOfClass(view, parent) : undefined;
}

function changeOf({ node }: ClassRef): string {
  return `the prototype of its class \`${node.id?.name ?? ''}\` may be changed`;
}

/** Prototypes that are changed or got at by other ways than the name of a class; comparing one changes nothing. */
const prototypes = [
  String.raw`\bsetPrototypeOf\b|__proto__`,
  String.raw`\bconstructor\s*\.\s*prototype\b`,
  String.raw`\bgetPrototypeOf\b(?!\s*\([^()]*\)\s*[=!]==)`,
].join('|');

/** Whether a file mentions the prototype of a class: in a worker the class is as its module declares it. */
export function isPatched(node: ClassRef['node'], units: readonly SourceUnit[]): boolean {
  const name = (node.id?.name ?? '').replaceAll('$', '\\$&');
  const mention = new RegExp(`(?<![\\w$.])${name}\\s*\\.\\s*prototype\\b|${prototypes}`);
  return units.some(({ text }) => mention.test(text));
}

/** State, or the right to call a method, that no copy has. */
function isHidden(member: TSESTree.ClassElement): boolean {
  if (member.type === 'AccessorProperty') return true;
  if ('decorators' in member && member.decorators.length > 0) return true;
  return 'key' in member && member.key.type === 'PrivateIdentifier' && !member.static;
}

/** The variable at the top level of the source file that stands for a class. */
function localName(view: LoopView, ref: ClassRef): Variable | undefined {
  const run = runOf(view.facts);
  const scopes = view.unit.scopes.scopes.filter(({ block }) => block.type === 'Program');
  const variables = scopes.flatMap((scope) => scope.variables).filter(({ defs }) => defs.length === 1);
  const isOwn = ref.unit.ast === view.unit.ast;
  return variables.find((variable) => {
    // What else is imported would be looked up for nothing.
    if (isTypeOnly(variable) || (isOwn && variable.defs[0]?.type === 'ImportBinding')) return false;
    if (variable.references.some((reference) => reference.isWrite() && !reference.init)) return false;
    const [only, ...others] = outerValue(run, variable, view.unit).refs.values();
    return others.length === 0 && only?.kind === 'class' && only.node === ref.node;
  });
}

function isTypeOnly({ defs: [definition] }: Variable): boolean {
  if (definition?.type !== 'ImportBinding' || definition.parent.type !== 'ImportDeclaration') return false;
  const { node, parent } = definition;
  return parent.importKind === 'type' || (node.type === 'ImportSpecifier' && node.importKind === 'type');
}

/** Whether a name of the source file is an import of nothing but the type of what another module exports. */
export function isTypeOf(view: LoopView, name: string, file: string, exported: string): boolean {
  const scope = view.unit.scopes.scopes.find(({ type }) => type === 'module');
  const variable = scope?.set.get(name);
  const [definition] = variable?.defs ?? [];
  if (!variable || !isTypeOnly(variable) || definition?.type !== 'ImportBinding') return false;
  const { node, parent } = definition;
  if (node.type !== 'ImportSpecifier' || parent.type !== 'ImportDeclaration') return false;
  const imported = node.imported.type === 'Identifier' ? node.imported.name : node.imported.value;
  return (
    imported === exported && view.facts.project?.resolve(parent.source.value, view.unit.file)?.file === file
  );
}

/** The name under which an ES module exports a class. */
function exportedName({ node, unit }: ClassRef): string | undefined {
  const own = node.id?.name;
  if (unit.file.includes('/node_modules/')) return undefined;
  for (const statement of unit.ast.body) {
    if (statement.type === 'ExportDefaultDeclaration') {
      const { declaration } = statement;
      if (declaration === node || (declaration.type === 'Identifier' && declaration.name === own))
        return 'default';
    }
    if (statement.type !== 'ExportNamedDeclaration' || statement.source) continue;
    if (statement.declaration === node) return own;
    const specifier = statement.specifiers.find(({ local }) => local.name === own);
    if (specifier && node.parent.type === 'Program')
      return 'name' in specifier.exported ? specifier.exported.name : specifier.exported.value;
  }
  return undefined;
}

/** Whether a module leads back to another by its imports: then it isn't loaded yet when that one's worker module is. */
function imports(view: LoopView, from: SourceUnit, wanted: SourceUnit): boolean {
  const { project } = view.facts;
  const seen = new Set<SourceUnit['ast']>();
  const visit = (unit: SourceUnit): boolean => {
    if (unit.ast === wanted.ast) return true;
    if (seen.has(unit.ast) || unit.file.includes('/node_modules/')) return false;
    seen.add(unit.ast);
    return unit.ast.body.flatMap(modulesNamedIn).some((specifier) => {
      const target = project?.resolve(specifier, unit.file);
      return target !== undefined && visit(target);
    });
  };
  return visit(from);
}
