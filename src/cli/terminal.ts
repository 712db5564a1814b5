/** How to write to the terminal at hand. */
import { createStyle, type Style } from '../report/index.ts';

/** Colours on a terminal unless NO_COLOR is set (https://no-color.org); FORCE_COLOR asks for them anyway, as in Node. */
export function terminalStyle(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> = process.stdout): Style {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const colour = forced || (stream.isTTY && !NO_COLOR);
  return createStyle(colour, Math.min(stream.columns || 100, 120));
}
