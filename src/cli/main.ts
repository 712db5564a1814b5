#!/usr/bin/env node
/** The bin. */
import { analysisChildArgument, transformChildArgument } from './child-arguments.ts';
import { createCli } from './cli.ts';
import { reportFailure } from './errors.ts';

const args = process.argv.slice(2);

// A reader that has seen enough (`doall scan | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

if (args[0] === analysisChildArgument) {
  const { runAnalysisChild } = await import('./analysis-child.ts');
  runAnalysisChild();
} else if (args[0] === transformChildArgument) {
  const { runTransformChild } = await import('./transform-child.ts');
  runTransformChild();
} else {
  try {
    await createCli(args).parseAsync();
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}
