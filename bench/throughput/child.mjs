// Runs one transform over the files named on stdin, dry and in this process, and prints what it took.
import { readFileSync } from 'node:fs';
import jscodeshift from 'jscodeshift/src/Runner.js';

const { transform, files } = JSON.parse(readFileSync(0, 'utf8'));
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
const options = { dry: true, runInBand: true, silent: true, verbose: 0, babel: false, parser: 'tsx' };
const started = performance.now();
const { ok, nochange, skip, error } = await jscodeshift.run(transform, files, options);
const { user, system } = process.cpuUsage();
const seconds = { wall: (performance.now() - started) / 1e3, cpu: (user + system) / 1e6 };
write(JSON.stringify({ ...seconds, done: ok + nochange + skip, failed: error }));
