/** How every transform ends: what became of each place is reported, and the files beside the source are written before it. */
import type { API, FileInfo, Options } from 'jscodeshift';
import { reportPlaces } from './report-places.ts';
import type { FileReport } from './report-places.ts';
import type { TextFile } from './vendor.ts';
import { writeAtomically } from './write-file.ts';

export interface FileResult extends FileReport {
  /** The file's new text; undefined when it stays as it is. */
  readonly output: string | undefined;
  /** The worker module to write before the file; undefined when there is none. */
  readonly worker: TextFile | undefined;
  /** The copy of the runtime to write before the file, for `--vendor`. */
  readonly vendored: readonly TextFile[];
}

/** The new text of the file, as jscodeshift takes it. Other files are not written when `--dry`. */
export function finish(file: FileInfo, result: FileResult, api: API, options: Options): string | undefined {
  reportPlaces(file.path, result, api, options);
  if (result.worker && result.output !== undefined) {
    if (options.print === true) process.stdout.write(`${result.worker.text}\n`);
    const files = options.dry === true ? [] : [...result.vendored, result.worker];
    for (const { file: path, text } of files) writeAtomically(path, text);
  }
  return result.output;
}
