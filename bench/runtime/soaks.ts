// Long tests of faults and leaks.
import type { Section } from './sections.ts';

export const soaks: Section[] = [];
