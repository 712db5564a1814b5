/** What is assumed where the text doesn't say. Calibrated on loops of public repositories that were labelled by hand. */

/**
 * Trips of a nested loop without a known bound: enough that two of them, one within the other, are heavy, and that one with a
 * small body is not.
 */
export const guessedTrips = 50;

/** Operations of a callee that isn't known. */
export const guessedCall = 30;

/** How often a recursive function calls itself before it comes back. */
export const guessedRecursion = 200;
