/** The other end of analyze-files.ts: a process that analyses batches of files until its parent hangs up. */
import {
  createFileAnalyzer,
  type AnalysisRequest,
  type FileAnalyzer,
  type FileResult,
} from './analyze-file.ts';

export type ToChild = { readonly request: AnalysisRequest } | { readonly files: readonly string[] };
/** One message a file, in order; `ready` asks for the next batch. */
export type FromChild = { readonly result: FileResult } | { readonly ready: true };

export function runAnalysisChild(): void {
  let analyzeFile: FileAnalyzer | undefined;
  process.on('message', (message: ToChild) => {
    if ('request' in message) {
      analyzeFile = createFileAnalyzer(message.request);
    } else if (analyzeFile) {
      for (const file of message.files) send({ result: analyzeFile(file) });
    }
    send({ ready: true });
  });
}

function send(message: FromChild): void {
  process.send?.(message);
}
