/**
 * Purpose: what an iteration costs at most, for a question that nearly all loops answer with no: are they heavy at all?
 * Input: a loop site.
 * Guarantee: no less than `costOf`, and certain wherever that may be; no other file is parsed, no type inferred.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Cost, SourceUnit } from '../model/index.ts';
import type { FunctionNode, LoopSite } from './analysis.ts';
import { staticKey, unwrap } from './ast.ts';
import { lookupMethods } from './builtins/index.ts';
import { estimateCost, mostWeight, weighCode } from './cost/index.ts';
import type { CallNode, Weight, Weigher } from './cost/index.ts';
import type { FactsContext } from './context.ts';
import { constantOf, tripsOfLoop } from './loop-cost.ts';
import { localRunOf } from './run.ts';
import { isReassigned, scopeIndexOf } from './scopes.ts';
import type { Variable } from './scopes.ts';
import { codeOfVariable } from './values/outer.ts';

/** A cost that `costOf` doesn't exceed; `because` says nothing. */
export function costBoundOf(context: FactsContext, site: LoopSite): Cost {
  const { unit, callback, body } = site;
  const weigher = boundingWeigher(context, unit);
  const bound = estimateCost({ body: callback ?? body, trips: undefined, weigher });
  return {
    ...bound,
    because: ['at most'],
    // Nearly all loops are told by an iteration, and their heads need not be looked into.
    get trips() {
      return tripsOfLoop(site);
    },
  };
}

function boundingWeigher(context: FactsContext, unit: SourceUnit): Weigher {
  const bound = (node: TSESTree.Node) => boundCallee(context, unit, node);
  return {
    call: (node) => bound(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee),
    callback: bound,
    others: methodsNamed,
    constant: (node) => constantOf(unit, node),
  };
}

const named = new Map<string, ReturnType<typeof lookupMethods>>();

/** Whatever the receiver is. */
function methodsNamed(node: CallNode): ReturnType<typeof lookupMethods> {
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  const name = callee?.type === 'MemberExpression' ? staticKey(callee.property, callee.computed) : undefined;
  if (name === undefined) return [];
  const known = named.get(name) ?? lookupMethods(name);
  named.set(name, known);
  return known;
}

function boundCallee(context: FactsContext, unit: SourceUnit, node: TSESTree.Node): Weight | undefined {
  const callee = unwrap(node);
  const variable = callee.type === 'Identifier' ? scopeIndexOf(unit).variableOf(callee) : undefined;
  if (!variable) return undefined;
  const [ref] = codeOfVariable(localRunOf(unit), variable, unit)?.refs.values() ?? [];
  if (ref?.kind === 'function') return boundFunction(context, ref.node, unit);
  return isFromElsewhere(context, variable, unit) ? mostWeight : undefined;
}

const bounds = new WeakMap<FunctionNode, Weight>();

function boundFunction(context: FactsContext, node: FunctionNode, unit: SourceUnit): Weight {
  const known = bounds.get(node);
  if (known) return known;
  bounds.set(node, mostWeight); // for calls of itself
  const bound = weighCode(node.body, boundingWeigher(context, unit));
  bounds.set(node, bound);
  return bound;
}

/** Whether a variable may hold a function of another file: it is imported, or initialised by what is. */
function isFromElsewhere(context: FactsContext, variable: Variable, unit: SourceUnit): boolean {
  if (!context.project || isReassigned(variable)) return false;
  const [def] = variable.defs;
  if (def?.type === 'ImportBinding') return true;
  const init = def?.type === 'Variable' ? def.node.init : undefined;
  return init ? mayBeFromElsewhere(context, unwrap(init), unit) : false;
}

function mayBeFromElsewhere(context: FactsContext, node: TSESTree.Node, unit: SourceUnit): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return mayBeFromElsewhere(context, unwrap(node.object), unit);
    case 'LogicalExpression':
      return mayBeFromElsewhere(context, unwrap(node.left), unit);
    case 'CallExpression':
      return node.callee.type === 'Identifier' && node.callee.name === 'require';
    case 'Identifier': {
      const variable = scopeIndexOf(unit).variableOf(node);
      return variable !== undefined && isFromElsewhere(context, variable, unit);
    }
    default:
      return false;
  }
}
