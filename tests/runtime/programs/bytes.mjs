// Tasks that write bytes: as they are, whoever runs them.
import { mapSync, range } from 'doall/runtime';
import { writeBytes } from './tasks.mjs';

mapSync(writeBytes, range(0, 6), undefined, { force: true, chunkSize: 1, threads: 3 });
