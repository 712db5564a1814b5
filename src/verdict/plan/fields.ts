/**
 * Purpose: fields of `this` as constants of the task.
 * Input: the text of the part.
 * Guarantee: every `this.field` in it is replaced by a name of its own that nothing else in it has.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { ConstantPlan, Range, Template } from '../../model/index.ts';
import { contains } from '../../facts/ast.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { constantFieldsIn } from '../slice/this-fields.ts';
import { capitalize, NameGiver } from './name.ts';
import type { Edit } from './rope.ts';
import { applyEdits } from './rope.ts';

export interface FieldsPlan {
  readonly constants: readonly ConstantPlan[];
  /** The first read of each. */
  readonly reads: readonly TSESTree.Node[];
  /** The text of the part with the names in place of the reads. */
  readonly rename: (template: Template) => Template;
}

export function planFields(view: LoopView, ranges: readonly Range[]): FieldsPlan {
  const names = new NameGiver(view);
  const constants = new Map<string, ConstantPlan>();
  const reads: TSESTree.Node[] = [];
  const edits: Edit[] = [];
  const isWithin = (node: TSESTree.Node): boolean => ranges.some((range) => contains(range, node.range));
  for (const read of constantFieldsIn(view.analysis.site.node, isWithin, view)) {
    const field = read.property.name;
    const known = constants.get(field);
    const name = known?.name ?? nameFor(field, view, ranges, names);
    edits.push({ range: read.range, text: [name] });
    if (known) continue;
    reads.push(read);
    constants.set(field, { id: `this.${field}`, name, value: [read.range], typeOf: read.range });
  }
  const rename = (template: Template): Template =>
    template.flatMap((piece) => (typeof piece === 'string' ? [piece] : applyEdits(piece, edits)));
  return { constants: [...constants.values()], reads, rename };
}

/** The field's own name where the part has nothing else of that name; else `thisWidth`. */
function nameFor(field: string, view: LoopView, ranges: readonly Range[], names: NameGiver): string {
  const bare = field.replace(/^_+/, '') || field;
  const isUsed = ranges.some((range) =>
    [
      ...view.names.referencesIn(range).map(({ identifier }) => identifier.name),
      ...view.names.declaredIn(range).map(({ name }) => name),
    ].includes(bare),
  );
  const isItem = view.analysis.facts.loop.items.some(({ name }) => name === bare);
  const isName = /^[A-Za-z$][\w$]*$/.test(bare) && !reserved.has(bare);
  return isUsed || isItem || !isName ? names.give(`this${capitalize(bare)}`) : bare;
}

const reserved = new Set(
  'arguments await class default delete eval export function import in let new static yield'.split(' '),
);
