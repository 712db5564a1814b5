#!/usr/bin/env node
/** The bin. */
import { analysisChildArgument, runAnalysisChild } from './analysis-child.ts';
import { createCli } from './cli.ts';
import { reportFailure } from './errors.ts';
import { runTransformChild, transformChildArgument } from './transform-child.ts';

const args = process.argv.slice(2);

// A reader that has seen enough (`doall scan | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

if (args[0] === analysisChildArgument) {
  runAnalysisChild();
} else if (args[0] === transformChildArgument) {
  runTransformChild();
} else {
  try {
    await createCli(args).parseAsync();
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}
