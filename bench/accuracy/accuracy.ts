/**
 * `npm run accuracy [-- --data ../shared/data --repos ../repos --verbose]`
 *
 * Verdicts against labels: TSVC, then loops of public repositories. Parts whose data is absent are skipped with a line that says so.
 * Exits with 1 if a threshold is missed.
 */
import './tsvc.ts';
import './real-loops.ts';
