/** Tables to come. */
import type { Table } from './define.ts';
export const modules: Readonly<Record<string, Table>> = {};
