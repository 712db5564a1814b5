/** What a missing fact is, and how a person can supply it. */
import type { MissingFact } from '../../model/index.ts';
import { fill } from './template.ts';

const texts: Record<MissingFact['kind'], { readonly message: string; readonly remedy: string }> = {
  'callee-pure': {
    message: 'it is not known whether `{{subject}}` has effects',
    remedy:
      'Let its source be found (a relative import or a typed one); if it only computes a value from its arguments, name it in the option `pure`.',
  },
  'is-array': {
    message: 'it is not known whether `{{subject}}` is an array',
    remedy:
      'Give it a type (an annotation, or JSDoc such as `@param {number[]} xs`), or iterate with `for…of`.',
  },
  cloneable: {
    message: 'it is not known whether `{{subject}}` survives a structured clone',
    remedy: 'Give it a type of plain data, or pass the fields that the body reads.',
  },
  'no-alias': {
    message: 'it is not known whether `{{subject}}` is the same object as one that the loop writes',
    remedy: 'Write the results to an array that is created in the same function.',
  },
  'class-importable': {
    message: 'a worker cannot import the class of `{{subject}}`',
    remedy: 'Export the class from a module that does nothing else when imported.',
  },
};

/** `message` is a clause without a full stop, `remedy` a sentence. */
export function describeMissing(fact: MissingFact): { message: string; remedy: string } {
  const { message, remedy } = texts[fact.kind];
  return { message: fill(message, { subject: fact.subject }), remedy };
}
