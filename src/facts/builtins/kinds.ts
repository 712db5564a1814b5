/** Which table describes which kind of value. */
import type { Table } from './define.ts';
import type { ValueKind } from './profile.ts';

export interface MethodTable {
  readonly table: Table;
  /** Where lookups go on: the prototype. */
  readonly parent: ValueKind | undefined;
}

export const methods: Partial<Record<ValueKind, MethodTable>> = {};
export const kindNames: Partial<Record<ValueKind, string>> = {};
export const typeKinds: Readonly<Record<string, ValueKind>> = {};
