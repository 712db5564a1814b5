/**
 * Slots of the catalogue's templates:
 * `{{subject}}` the hazard's subject, `{{detail}}` its detail (or the entry's `unsaid`), `{{note}}` the detail in
 * parentheses, or nothing. The syntax is that of ESLint's messages, so that a template can be one.
 */
export type Slots = Readonly<Record<string, string>>;

/** The values of the slots for a hazard of this subject and detail. */
export function slotsOf(subject: string, detail: string, unsaid = 'the reason is not known'): Slots {
  return { subject, detail: detail || unsaid, note: detail ? ` (${detail})` : '' };
}

/** The template with its slots filled; a slot without a value is left as it stands. */
export function fill(template: string, slots: Slots): string {
  return template.replace(/\{\{(\w+)\}\}/g, (slot, name: string) => slots[name] ?? slot);
}

/** `` `a`, `b` and `c` `` */
export function listNames(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}
