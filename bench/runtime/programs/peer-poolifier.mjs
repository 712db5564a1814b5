// The workload as a worker of poolifier.
import { ThreadWorker } from 'poolifier';
import run from './peer.mjs';

export default new ThreadWorker(run);
