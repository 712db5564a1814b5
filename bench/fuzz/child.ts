/** A process that fuzzes: gets its share by message, says what it is at, and answers with its report. */
import { fuzz, type FuzzReport, type FuzzSettings, type Progress } from './run.ts';

export type ChildMessage = { readonly progress: Progress } | { readonly report: FuzzReport };

const send = (message: ChildMessage): void => {
  process.send?.(message);
};

process.once('message', (settings) => {
  void fuzz(settings as FuzzSettings, (progress) => {
    send({ progress });
  }).then((report) => {
    send({ report });
  });
});
