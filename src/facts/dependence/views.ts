/**
 * Purpose: cells of a view as cells of the typed array that it views: with `const xx = flat.subarray(64)`, `xx[i]` is `flat[i + 64]`.
 * Input: an event of the walk over the body.
 * Guarantee: every cell that the view's access touches is the one that the given event names; what is no such view stays as it is.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Binding, Key, Place } from '../../model/index.ts';
import type { MemoryEvent } from './events.ts';
import type { DependenceInput } from './input.ts';
import { constantNumber } from './constants.ts';
import { initialiserOf } from './declarations.ts';
import { add, constant } from './polynomial.ts';
import { bare } from './syntax.ts';

interface View {
  readonly of: Binding;
  /** Cells between the array's start and the view's. */
  readonly offset: number;
}

/** The event by the cells of the array that lies under all views. */
export function onViewedArray(event: MemoryEvent, input: DependenceInput): MemoryEvent {
  const { root } = event.access.place;
  const binding = root.kind === 'binding' ? input.bindings.find(({ id }) => id === root.id) : undefined;
  const view = binding && viewOf(binding, input);
  const [first, ...rest] = event.path;
  if (!view || !first || first.kind === 'name') return event;
  const place: Place = { ...event.access.place, root: rootOf(view.of) };
  const path = [shifted(first, view.offset), ...rest];
  return { ...event, access: { ...event.access, place }, path };
}

function shifted(key: Key, offset: number): Key {
  return key.kind === 'index' ? { ...key, subscript: add(key.subscript, constant(offset)) } : key;
}

function rootOf({ id, name }: Binding): Place['root'] {
  return { kind: 'binding', id, name };
}

/** `flat.subarray(64)` of a typed array that is never assigned; one with an end is shorter than what lies under it. */
function viewOf(binding: Binding, input: DependenceInput): View | undefined {
  const init = binding.reassigned ? undefined : initialiserOf(binding, input.body);
  const call = init && bare(init);
  if (call?.type !== 'CallExpression' || call.arguments.length !== 1) return undefined;
  const viewed = subarrayReceiver(call);
  const of = viewed && input.bindingOf(viewed);
  const offset = call.arguments[0] && constantNumber(call.arguments[0], input.bindingOf);
  if (!of || of.reassigned || offset === undefined || !Number.isInteger(offset) || offset < 0)
    return undefined;
  if (!input.aliases.isTypedArray({ root: rootOf(of), path: [] })) return undefined;
  const below = viewOf(of, input);
  return below ? { of: below.of, offset: below.offset + offset } : { of, offset };
}

function subarrayReceiver({ callee }: TSESTree.CallExpression): TSESTree.Identifier | undefined {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return undefined;
  const receiver = bare(callee.object);
  return callee.property.name === 'subarray' && receiver.type === 'Identifier' ? receiver : undefined;
}
