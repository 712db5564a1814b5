/**
 * Purpose: which variable an identifier names.
 * Input: a SourceUnit's scopes.
 * Guarantee: an identifier without a variable is a global (or a type).
 */
import type { Scope, ScopeVariable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Binding, Location, Range, SourceUnit } from '../model/index.ts';
import { contains } from './ast.ts';

export type Variable = ScopeVariable;

type Names = TSESTree.Identifier | TSESTree.JSXIdentifier;

type Declared = ReadonlyMap<Names, Variable>;

export interface ScopeIndex {
  readonly unit: SourceUnit;
  variableOf(identifier: Names): Variable | undefined;
  /** The variable with an id as other layers see it, `name@offset`. */
  variableByExternalId(id: string): Variable | undefined;
  /** `name@offset#unit`: unique over all files. */
  idOf(variable: Variable): string;
}

const indexes = new WeakMap<SourceUnit['ast'], ScopeIndex>();
const unitOfScope = new WeakMap<Scope, SourceUnit>();
const variablesById = new Map<string, WeakRef<Variable>>();
let unitCount = 0;

/** The index of a file, one for each. */
export function scopeIndexOf(unit: SourceUnit): ScopeIndex {
  const known = indexes.get(unit.ast);
  if (known) return known;
  const index = createIndex(unit);
  indexes.set(unit.ast, index);
  return index;
}

function createIndex(unit: SourceUnit): ScopeIndex {
  const suffix = `#${++unitCount}`;
  const [outermost] = unit.scopes.scopes;
  if (outermost) unitOfScope.set(outermost, unit);
  const asked = new Map<Names, Variable | undefined>();
  const names = new Map<Scope, Declared>();
  return {
    unit,
    variableOf(identifier) {
      const known = asked.get(identifier);
      if (known || asked.has(identifier)) return known;
      const found = findVariable(identifier, scopeAround(identifier, unit), names);
      asked.set(identifier, found);
      return found;
    },
    variableByExternalId: (id) => variableById(id + suffix),
    idOf: (variable) => mintId(variable, suffix),
  };
}

/** The innermost one; a declared class has its name outside of it, and within another variable that nothing assigns. */
function scopeAround(node: TSESTree.Node, { scopes }: SourceUnit): Scope | null {
  const { parent } = node;
  const isClassName = parent?.type === 'ClassDeclaration' && parent.id === node;
  for (let at: TSESTree.Node | undefined = isClassName ? parent.parent : node; at; at = at.parent) {
    const scope = scopes.acquire(at, true);
    if (scope) return scope;
  }
  return scopes.scopes[0] ?? null;
}

/** By the scopes around it: most questions are about few of a file's scopes. */
function findVariable(
  identifier: Names,
  innermost: Scope | null,
  names: Map<Scope, Declared>,
): Variable | undefined {
  for (let scope = innermost; scope; scope = scope.upper) {
    const known = names.get(scope) ?? namesOf(scope);
    names.set(scope, known);
    const found = known.get(identifier);
    if (found) return found;
  }
  return undefined;
}

/** The identifiers that a scope refers by, and those that it declares. */
function namesOf(scope: Scope): Declared {
  const found = new Map<Names, Variable>();
  for (const { identifier, resolved } of scope.references) {
    if (resolved && hasDefinition(resolved)) found.set(identifier, resolved);
  }
  for (const variable of scope.variables) {
    for (const identifier of variable.identifiers) found.set(identifier, variable);
  }
  return found;
}

function mintId(variable: Variable, suffix: string): string {
  const id = `${variable.name}@${declaredRange(variable)[0]}${suffix}`;
  if (!variablesById.has(id)) variablesById.set(id, new WeakRef(variable));
  return id;
}

/** The variable that an id was minted for. */
export function variableById(id: string): Variable | undefined {
  return variablesById.get(id)?.deref();
}

/** The file that declares it; undefined before anything was asked of the file's index. */
export function unitOf(variable: Variable): SourceUnit | undefined {
  let scope: Scope = variable.scope;
  while (scope.upper) scope = scope.upper;
  return unitOfScope.get(scope);
}

/** `name@offset`, as other layers see it, in the file `home`; ids of other files stay as they are. */
export function externalId(id: string, home: SourceUnit): string {
  const variable = variableById(id);
  return variable && unitOf(variable)?.ast === home.ast ? id.slice(0, id.lastIndexOf('#')) : id;
}

function hasDefinition(variable: {
  readonly defs: readonly unknown[];
  readonly name: string;
}): variable is Variable {
  return variable.defs.length > 0 || variable.name === 'arguments';
}

export function declaredRange(variable: Variable): Range {
  return variable.identifiers[0]?.range ?? variable.scope.block.range;
}

const reassigned = new WeakMap<Variable, boolean>();

/** Whether anything but its initialiser assigns it. */
export function isReassigned(variable: Variable): boolean {
  const known = reassigned.get(variable);
  if (known !== undefined) return known;
  const isWritten =
    variable.references.some((reference) => reference.isWrite() && !reference.init) || isRedeclared(variable);
  reassigned.set(variable, isWritten);
  return isWritten;
}

/** Overload signatures declare nothing of their own. */
function isRedeclared({ defs }: Variable): boolean {
  const bodies = defs.filter(({ type, node }) => type !== 'Type' && node.type !== 'TSDeclareFunction');
  return bodies.length > 1;
}

export function isModuleLevel(variable: Variable): boolean {
  const { type } = variable.scope;
  return type === 'module' || type === 'global' || variable.scope.block.type === 'Program';
}

/** The binding as other layers see it, looked at from the code in `body`. */
export function describeBinding(variable: Variable, unit: SourceUnit, body: Range): Binding {
  const declared = declaredRange(variable);
  return {
    id: externalId(scopeIndexOf(unit).idOf(variable), unit),
    name: variable.name,
    kind: bindingKind(variable),
    level: levelOf(variable, body),
    declared,
    reassigned: isReassigned(variable),
  };
}

function levelOf(variable: Variable, body: Range): Binding['level'] {
  if (isModuleLevel(variable)) return 'module';
  const isInside = contains(body, declaredRange(variable)) && contains(body, variable.scope.block.range);
  return isInside ? 'iteration' : 'enclosing';
}

function bindingKind(variable: Variable): Binding['kind'] {
  const [def] = variable.defs;
  switch (def?.type) {
    case 'Parameter':
      return 'param';
    case 'FunctionName':
      return 'function';
    case 'ClassName':
      return 'class';
    case 'ImportBinding':
      return 'import';
    case 'CatchClause':
      return 'catch';
    case 'Variable': {
      const { kind } = def.parent;
      return kind === 'let' || kind === 'var' ? kind : 'const';
    }
    default:
      return 'const';
  }
}

/** A range of a file as a Location. */
export function locate(
  unit: SourceUnit,
  node: { readonly range: Range; readonly loc: TSESTree.SourceLocation },
): Location {
  const { line, column } = node.loc.start;
  return { file: unit.file, line, column: column + 1, range: [node.range[0], node.range[1]] };
}
