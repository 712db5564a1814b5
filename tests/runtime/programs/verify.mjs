// Runs a task of impure.mjs in one form; prints the result or the error.
import * as rt from 'doall/runtime';
import * as tasks from './impure.mjs';

const [name, form, count] = process.argv.slice(2);
const items = Array.from({ length: Number(count) }, (_, n) => ({ n, list: [n] }));
try {
  const result = await rt[form](tasks[name], items, { seen: 0 });
  console.log(JSON.stringify(form.startsWith('imap') ? [...result] : result));
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
}
