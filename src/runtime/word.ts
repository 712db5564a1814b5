// Words of a job's control block.

/** First item that nobody has claimed. */
export const next = 0;
/** Workers may claim items before this one. */
export const limit = 1;
/** Number of items, or an estimate. */
export const total = 2;
/** Measured cost of an item, in nanoseconds. */
export const cost = 3;
/** Work below which a chunk doesn't pay for its message, in nanoseconds. */
export const floor = 4;
/** Threads that share the work. */
export const threads = 5;
/** 1 once the call is over, whatever the outcome. */
export const over = 6;
/** Chunks start at multiples of this number of items. */
export const grain = 7;
/** Most items in a chunk; 0 for no bound. */
export const most = 8;
/** Exact number of items in a chunk, as the user asked; 0 for the guided size. */
export const fixed = 9;
/** Workers that have loaded the task. */
export const joined = 10;
/** From here on, three words for each worker: start and end of the chunk it holds, and since when. */
export const holds = 11;
