// Runs a task of impure.mjs in one form; prints the result or the error. The last argument says where a function
// stands, which can't be sent to a worker: in an `item`, or in the `constants`; or it asks for outcomes, by `settled`.
import * as rt from 'doall/runtime';
import * as tasks from './impure.mjs';

const [name, form, count, place] = process.argv.slice(2);
const items = Array.from({ length: Number(count) }, (_, n) => ({ n, list: [n] }));
try {
  const log = () => 0;
  if (place === 'item') items[1].log = log;
  const constants = place === 'constants' ? { seen: 0, log } : { seen: 0 };
  const result = await rt[form](tasks[name], items, constants, { settled: place === 'settled' });
  console.log(
    JSON.stringify(form.startsWith('imap') ? [...result] : result, (_, value) =>
      value instanceof Error ? value.message : value,
    ),
  );
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
}
