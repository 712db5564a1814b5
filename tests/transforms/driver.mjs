// Runs programs one after another in one process: imports each, calls its `main` where it has one, and writes down what it
// printed and threw. Arguments: the report to write, the folder, the files.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [report, folder, ...files] = process.argv.slice(2);
const transcripts = [];
let warnings = [];
process.on('warning', (warning) => warnings.push(String(warning)));

for (const file of files) {
  warnings = [];
  const printed = [];
  const { write } = process.stdout;
  process.stdout.write = (chunk) => printed.push(String(chunk)) > 0;
  let error;
  try {
    const program = await import(pathToFileURL(join(folder, file)).href);
    const main = program.main ?? program.default?.main;
    if (main) await main();
  } catch (thrown) {
    error = describe(thrown);
  } finally {
    process.stdout.write = write;
  }
  await new Promise((resolve) => setImmediate(resolve));
  transcripts.push({ output: printed.join(''), error, warnings });
}

writeFileSync(report, JSON.stringify(transcripts));

function describe(thrown) {
  if (!(thrown instanceof Error)) return `not an Error: ${String(thrown)}`;
  return `${Object.getPrototypeOf(thrown).constructor.name} ${thrown.name}: ${thrown.message}`;
}
