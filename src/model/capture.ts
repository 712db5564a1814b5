/** An outer binding that the body (or a function that it calls) uses. */
import type { BindingId } from './place.ts';
import type { Cloneability } from './effect.ts';
import type { Range } from './location.ts';

export interface Capture {
  readonly id: BindingId;
  readonly name: string;
  /**
   * `value`: travels as a constant. `function` / `class`: code, is imported or moved. `import`: bound by an import of this
   * file. `this`: fields of the receiver.
   */
  readonly kind: 'value' | 'function' | 'class' | 'import' | 'this';
  readonly level: 'enclosing' | 'module';
  /** First use in the body. */
  readonly range: Range;
  readonly declared: Range;
  readonly cloneability: Cloneability;
  readonly readOnly: boolean;
}
