/** The CPU profile that a person names. */
import type { CpuProfile } from '../model/index.ts';
import { readCpuProfile } from '../parse/index.ts';
import { UserError } from './errors.ts';

/**
 * Reads the profile, before any work is done with it; says on stderr when none of the files ran in it.
 * @throws {UserError} when it can't be read or is none
 */
export function checkProfile(file: string, files: readonly string[]): CpuProfile {
  const profile = read(file);
  if (!files.some((each) => profile.files.has(each))) {
    process.stderr.write(
      `doall: none of the files ran in ${file}; profile the program with the files where they are now, TypeScript as Node runs it itself or as it was built\n`,
    );
  }
  return profile;
}

function read(file: string): CpuProfile {
  try {
    return readCpuProfile(file);
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error));
  }
}
