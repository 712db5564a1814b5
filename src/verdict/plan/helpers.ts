/**
 * Purpose: the functions, classes, imports and constant tables that the task refers to by name.
 * Input: variables that the part uses.
 * Guarantee: a helper reads no module state but constants that never change, and its needs are helpers too.
 */
import type { Definition, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { HelperPlan, Range } from '../../model/index.ts';
import { contains, isClass, isFunction, unwrap } from '../../facts/ast.ts';
import { isBuiltinGlobal } from '../../facts/builtins/index.ts';
import { isChangedClass, isChangedFrom } from '../../facts/changed-code.ts';
import { isChangedData } from '../../facts/changed-data.ts';
import { modulesNamedIn } from '../../facts/index.ts';
import { ensure } from '../ensure.ts';
import type { Blocker } from '../slice/describe.ts';
import { makeHazard } from '../slice/describe.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { isPatched } from '../slice/transport.ts';
import { isConstantTable } from '../slice/tables.ts';

type Node = TSESTree.Node;

interface Helper {
  readonly variable: Variable;
  readonly kind: 'import' | 'declared';
  readonly declaration: Node;
  readonly needs: readonly Variable[];
}

export class HelperCollector {
  readonly #view: LoopView;
  readonly #task: readonly Range[];
  readonly #helpers = new Map<Variable, Helper>();
  readonly #refusals: Blocker[] = [];

  constructor(view: LoopView, task: readonly Range[]) {
    this.#view = view;
    this.#task = task;
  }

  /** Takes in code that is declared or imported at the top level of the file; false for anything else. */
  add(variable: Variable): boolean {
    if (this.#helpers.has(variable)) return true;
    const [definition] = variable.defs;
    const declaration = topLevelDeclaration(variable);
    const kind = definition && kindOf(definition);
    if (!declaration || !kind) return false;
    this.#take(variable, kind, declaration);
    return true;
  }

  /** Whether a variable stands for code of the top level. */
  isCode(variable: Variable): boolean {
    const [definition] = variable.defs;
    return (
      topLevelDeclaration(variable) !== undefined &&
      definition !== undefined &&
      kindOf(definition) !== undefined
    );
  }

  /** Takes in a constant table that can't travel, to be declared in the worker too; false when it may change. */
  addTable(variable: Variable): boolean {
    const declaration = topLevelDeclaration(variable);
    if (!declaration || !isConstantTable(variable)) return false;
    this.#take(variable, 'declared', declaration);
    return true;
  }

  /** Takes in a function of the language that the file has a name of its own for, to be declared in the worker too. */
  addBuiltin(variable: Variable): boolean {
    const declaration = topLevelDeclaration(variable);
    if (!declaration || !holdsBuiltin(variable)) return false;
    this.#take(variable, 'declared', declaration);
    return true;
  }

  refusals(): readonly Blocker[] {
    return this.#refusals;
  }

  /** Code and data that the program may change after they are declared; asked last, since it follows all imports. */
  lateRefusals(): readonly Blocker[] {
    return [...this.#helpers.values()].flatMap((helper) => {
      const { variable, declaration } = helper;
      return this.#isChanged(helper) ? [this.#refuse(variable, declaration, variable)] : [];
    });
  }

  variables(): readonly Variable[] {
    return [...this.#helpers.keys()];
  }

  /** What stands in the worker module besides the task: declarations and imports. */
  declarations(): readonly Range[] {
    return [...this.#helpers.values()].map(({ declaration }) => declaration.range);
  }

  helpers(): readonly HelperPlan[] {
    return [...this.#helpers.values()].map(({ variable, kind, declaration, needs }): HelperPlan => {
      const { name } = variable;
      if (kind === 'import') return { kind, name, declaration: declaration.range };
      return {
        kind,
        name,
        declaration: declaration.range,
        exported: isExported(variable),
        needs: needs.map((need) => need.name),
        usedOutsideTask: this.#isUsedOutside(variable),
      };
    });
  }

  #take(variable: Variable, kind: Helper['kind'], declaration: Node): void {
    const needs = kind === 'import' ? [] : outerVariables(declaration, variable, this.#view);
    this.#helpers.set(variable, { variable, kind, declaration, needs });
    for (const need of needs) {
      if (!this.add(need) && !this.addTable(need))
        this.#refusals.push(this.#refuse(variable, declaration, need));
    }
  }

  #isChanged({ variable, kind, declaration }: Helper): boolean {
    const isChangedCode = kind === 'declared' && this.#isChangedClass(codeOf(variable));
    return isChangedCode || this.#loadsChanged(declaration);
  }

  /** In a worker, code and data of a module are as the module declares them: of one that is imported, or that a function requires. */
  #loadsChanged(declaration: Node): boolean {
    const { facts, unit } = this.#view;
    return modulesNamedIn(declaration).some(
      (source) => isChangedFrom(facts, unit, source) || isChangedData(facts, unit, source),
    );
  }

  #isChangedClass(code: Node): boolean {
    const { facts, unit } = this.#view;
    return isClass(code) && (isPatched(code, [unit]) || isChangedClass(facts, unit, code));
  }

  #refuse(helper: Variable, declaration: Node, need: Variable): Blocker {
    const use = need.references.find(({ identifier }) => contains(declaration.range, identifier.range));
    const { range } = use?.identifier ?? ensure(helper.identifiers[0], 'a helper has a declaration');
    const change = need.references.find((reference) => reference.isWrite() && !reference.init);
    const hazard = makeHazard(this.#view, 'module-state', {
      subject: need.name,
      range,
      certainty: change ? 'definite' : 'possible',
      evidence: [
        ...(change
          ? [{ at: this.#view.at(change.identifier.range), role: 'write' as const, subject: need.name }]
          : []),
        { at: this.#view.at(range), role: 'read', subject: need.name },
      ],
    });
    return { range, hazard, missing: undefined, effect: undefined };
  }

  #isUsedOutside(variable: Variable): boolean {
    const inside = [
      ...this.#task,
      ...[...this.#helpers.values()].map(({ declaration }) => declaration.range),
    ];
    return variable.references.some(
      ({ identifier, init }) => !init && !inside.some((range) => contains(range, identifier.range)),
    );
  }
}

/** The statement at the top level of the file that declares a variable, `export` left out. */
function topLevelDeclaration(variable: Variable): Node | undefined {
  const [definition, ...others] = variable.defs;
  if (!definition || others.length > 0) return undefined;
  let at: Node = definition.node;
  while (at.type !== 'Program' && !isDeclaration(at)) at = at.parent;
  if (at.type === 'Program') return undefined;
  const owner = at.parent.type.startsWith('Export') ? at.parent.parent : at.parent;
  return owner?.type === 'Program' ? at : undefined;
}

function isDeclaration(node: Node): boolean {
  return /Declaration$/.test(node.type) && !node.type.startsWith('Export');
}

function kindOf(definition: Definition): Helper['kind'] | undefined {
  switch (definition.type) {
    case 'ImportBinding':
      return 'import';
    case 'FunctionName':
    case 'ClassName':
    case 'TSEnumName':
    case 'TSModuleName':
      return 'declared';
    case 'Variable':
      return kindOfInitializer(definition);
    default:
      return undefined;
  }
}

function codeOf({ defs: [definition] }: Variable): Node {
  const { node } = ensure(definition, 'a helper is defined');
  return node.type === 'VariableDeclarator' ? unwrap(node.init ?? node) : node;
}

/** `const f = () => …`, `const { readFileSync } = require('fs')` */
function kindOfInitializer(definition: Definition): Helper['kind'] | undefined {
  const { node, parent } = definition;
  if (node.type !== 'VariableDeclarator' || parent?.type !== 'VariableDeclaration' || !node.init)
    return undefined;
  if (parent.kind !== 'const' || parent.declarations.length > 1) return undefined;
  const init = unwrap(node.init);
  if (isRequire(init)) return 'import';
  return isFunction(init) || isClass(init) ? 'declared' : undefined;
}

/** `const { sqrt } = Math`, `const fround = Math.fround || …` */
function holdsBuiltin({ defs: [definition] }: Variable): boolean {
  if (definition?.type !== 'Variable') return false;
  const { init } = definition.node;
  if (definition.parent.kind !== 'const' || !init) return false;
  const value = init.type === 'LogicalExpression' && init.operator !== '&&' ? init.left : init;
  const holder = value.type === 'MemberExpression' ? value.object : value;
  return holder.type === 'Identifier' && /^(?:Math|Number|String|Object|Array|JSON)$/.test(holder.name);
}

/** `require('fs')`, `require('fs').promises` */
function isRequire(node: Node): boolean {
  if (node.type === 'MemberExpression') return isRequire(node.object);
  return (
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require'
  );
}

/** Variables of the file that a declaration uses and does not declare itself. */
function outerVariables(declaration: Node, self: Variable, view: LoopView): readonly Variable[] {
  const found = new Set<Variable>();
  for (const { resolved } of view.names.referencesIn(declaration.range)) {
    if (!resolved || resolved === self || resolved.defs.length === 0) continue;
    const isOwn = resolved.identifiers.some(({ range }) => contains(declaration.range, range));
    if (!isOwn && !isBuiltin(resolved)) found.add(resolved);
  }
  return [...found];
}

function isBuiltin({ name, defs }: Variable): boolean {
  return defs.length === 0 && isBuiltinGlobal(name);
}

function isExported(variable: Variable): boolean {
  const declared = variable.identifiers[0];
  for (let at: Node | undefined = declared; at; at = at.parent) {
    if (at.type === 'ExportNamedDeclaration') return true;
    if (at.type === 'Program') return isInExportList(at, variable.name);
  }
  return false;
}

/** `export { render }` under its own name. */
function isInExportList(program: TSESTree.Program, name: string): boolean {
  return program.body.some(
    (statement) =>
      statement.type === 'ExportNamedDeclaration' &&
      !statement.source &&
      statement.specifiers.some(
        ({ local, exported }) =>
          local.name === name && exported.type === 'Identifier' && exported.name === name,
      ),
  );
}
