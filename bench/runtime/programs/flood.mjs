// Streams gigabytes of results, a megabyte each, to a consumer that is slower than the workers: memory must stay
// bounded. Arguments: the form, the gigabytes.
import { imap, imapSync, range } from 'doall/runtime';
import { takeStock } from './leaks.mjs';
import { page } from './modules/page.mjs';
import { report, timeOf } from './report.mjs';

const [form, gigabytes] = process.argv.slice(2);
const count = Math.round(Number(gigabytes) * 1024);
/** Most megabytes that the process may hold more than at the start. */
const MOST = 800;
let wrong = 0;
let most = 0;
let sum = 0;

function consume(result, index) {
  if (result.length !== 131_072 || result[0] !== index || result.at(-1) !== index) wrong++;
  for (const x of result) sum += x;
  if (index % 16 === 0) most = Math.max(most, process.memoryUsage.rss() / 2 ** 20);
}

async function flood() {
  let index = 0;
  if (form === 'imap') for await (const result of imap(page, range(0, count))) consume(result, index++);
  else for (const result of imapSync(page, range(0, count))) consume(result, index++);
  if (index !== count || sum !== (131_072 * count * (count - 1)) / 2) wrong++;
}

const { rss } = await takeStock();
const took = await timeOf(flood);
report(form, 'GB', count / 1024);
report(form, 'seconds', took / 1000);
report(form, 'wrong results', wrong);
report(form, 'memory at most, MB more', most - rss);
process.exit(wrong === 0 && most - rss < MOST ? 0 : 1);
