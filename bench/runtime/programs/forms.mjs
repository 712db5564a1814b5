// The forms of a call, by name, each giving all results.
import * as rt from 'doall/runtime';

export const forms = ['mapSync', 'imapSync', 'map', 'imap'];

/** The results of all items, by the form of that name. */
export async function collect(form, task, items, constants, options) {
  if (form === 'imapSync') return [...rt.imapSync(task, items, constants, options)];
  if (form !== 'imap') return rt[form](task, items, constants, options);
  const results = [];
  for await (const result of rt.imap(task, items, constants, options)) results.push(result);
  return results;
}
