/** jscodeshift's options (kebab-case as typed, values as strings or numbers) as the rewrite takes them. */
import { resolve } from 'node:path';
import type { Options } from 'jscodeshift';
import type { RewriteOptions } from './rewrite-file.ts';
import { defaultVendorFolder } from './vendor.ts';

/** @throws {TypeError} for an option that isn't what its name asks for */
export function toRewriteOptions(options: Options): RewriteOptions {
  const minWork: unknown = options['min-work'] ?? options.minWork;
  const runtime: unknown = options.runtime;
  const pure: unknown = options.pure;
  const profile: unknown = options.profile;
  const vendor = toVendorFolder(options.vendor);
  return {
    await: isSwitchedOn(options.await),
    types: isSwitchedOn(options.types),
    ...(minWork === undefined ? {} : { minWork: toNumber(minWork) }),
    ...(typeof runtime === 'string' ? { runtime } : {}),
    ...(vendor === undefined ? {} : { vendor }),
    ...(typeof profile === 'string' ? { profile: resolve(profile) } : {}),
    ...(pure === undefined ? {} : { pure: [pure].flat().map(String) }),
  };
}

function toNumber(value: unknown): number {
  const number = Number(value);
  if (Number.isFinite(number) && number >= 0) return number;
  throw new TypeError(`--min-work needs a number of at least 0, not ${String(value)}`);
}

/** `--vendor` alone means the usual folder. */
function toVendorFolder(value: unknown): string | undefined {
  if (value === undefined || value === false || value === 'false') return undefined;
  return resolve(typeof value === 'string' && value !== 'true' ? value : defaultVendorFolder);
}

/** Whether a flag is given, in any of the ways in which jscodeshift hands it over. */
export function isSwitchedOn(value: unknown): boolean {
  return value === true || value === 'true' || value === 1;
}
