/** Tables to come. */
import type { Table } from './define.ts';
export const globals: Table = {};
