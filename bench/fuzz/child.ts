/** One of several processes that fuzz side by side: gets its share by message, answers with its report. */
import { fuzz, type FuzzSettings } from './run.ts';

process.once('message', (settings) => {
  process.send?.(fuzz(settings as FuzzSettings));
});
