// The runtime for browsers, built as it is released.
import { rolldown } from 'rolldown';
import { browserEntry, browserGlobals, browserPlatform } from '../../../scripts/browser-build.ts';

/** Builds the runtime for browsers; gives its size in bytes. */
export async function buildForBrowsers(file: string): Promise<number> {
  const bundle = await rolldown({
    input: browserEntry,
    platform: 'browser',
    plugins: [browserPlatform()],
    transform: { inject: browserGlobals },
  });
  const { output } = await bundle.write({ file, format: 'es', minify: true });
  await bundle.close();
  return output[0].code.length;
}
