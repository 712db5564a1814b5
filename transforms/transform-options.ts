/** jscodeshift's options (kebab-case as typed, values as strings or numbers) as the rewrite takes them. */
import type { Options } from 'jscodeshift';
import type { RewriteOptions } from './rewrite-file.ts';

/** @throws {TypeError} for an option that isn't what its name asks for */
export function toRewriteOptions(options: Options): RewriteOptions {
  const minWork: unknown = options['min-work'] ?? options.minWork;
  const runtime: unknown = options.runtime;
  const pure: unknown = options.pure;
  return {
    await: options.await === true || options.await === 'true',
    ...(minWork === undefined ? {} : { minWork: toNumber(minWork) }),
    ...(typeof runtime === 'string' ? { runtime } : {}),
    ...(pure === undefined ? {} : { pure: [pure].flat().map(String) }),
  };
}

function toNumber(value: unknown): number {
  const number = Number(value);
  if (Number.isFinite(number) && number >= 0) return number;
  throw new TypeError(`--min-work needs a number of at least 0, not ${String(value)}`);
}
