// The workload as a worker of workerpool.
import workerpool from 'workerpool';
import run from './peer.mjs';

workerpool.worker({ run });
