/** Promise, timers, microtasks: callbacks that run when the loop has long ended. */
import type { Entry, Table } from './define.ts';
import {
  argument,
  arrayOf,
  callback,
  constant,
  constructor,
  each,
  elementsOf,
  elementsOfElementsOf,
  fresh,
  io,
  itself,
  iterating,
  linear,
  mutating,
  nothing,
  oneOf,
  promiseOf,
  protocol,
  pure,
  receiver,
  rest,
  result,
  words,
} from './define.ts';
import type { Shape } from './profile.ts';

const later = (index: number, parameters: ReturnType<typeof callback>['parameters']) =>
  callback(argument(index), { parameters, timing: 'later', times: 'once', optional: true });

const value = elementsOf(receiver);

export const promiseMethods: Table = {
  then: pure(promiseOf(oneOf([itself(result(0)), itself(result(1)), value])), {
    callbacks: [later(0, [[value]]), later(1, [[value]])],
    cost: constant(200),
  }),
  catch: pure(promiseOf(oneOf([itself(result(0)), value])), {
    callbacks: [later(0, [[value]])],
    cost: constant(200),
  }),
  finally: pure(promiseOf(oneOf([value])), { callbacks: [later(0, [])], cost: constant(200) }),
};

const combining = (returns: Shape): Entry =>
  pure(returns, {
    ...iterating(argument(0)),
    protocols: [protocol('iterate', itself(argument(0))), protocol('then', elementsOf(argument(0)))],
    cost: linear(300),
  });
const settled = oneOf([elementsOf(argument(0)), elementsOfElementsOf(argument(0))]);
const given = oneOf([itself(argument(0)), elementsOf(argument(0))]);

export const promiseGlobals: Table = {
  'new Promise': constructor(promiseOf(fresh('any')), {
    callbacks: [callback(argument(0), { parameters: [[], []], times: 'once' })],
    cost: constant(200),
  }),
  'Promise.all': combining(promiseOf(arrayOf(settled))),
  'Promise.allSettled': combining(promiseOf(arrayOf(fresh('object', settled)))),
  ...each(['Promise.any', 'Promise.race'], combining(promiseOf(settled))),
  'Promise.resolve': pure(oneOf([itself(argument(0))], 'promise', given), {
    protocols: [protocol('then', itself(argument(0)))],
    cost: constant(100),
  }),
  'Promise.reject': pure(promiseOf(oneOf([itself(argument(0))])), { cost: constant(100) }),
  'Promise.withResolvers': pure(fresh('object'), { since: '22.0.0', cost: constant(200) }),
  'Promise.try': pure(promiseOf(oneOf([itself(result())])), {
    callbacks: [callback(argument(0), { restParameters: [itself(rest(1))], times: 'once' })],
    since: '24.0.0',
    cost: constant(200),
  }),
};

const timer: Entry = pure(fresh('timeout', oneOf([itself(argument(0)), itself(rest(2))])), {
  outside: [io('timer', 'write')],
  callbacks: [callback(argument(0), { restParameters: [itself(rest(2))], timing: 'later', times: 'once' })],
  throws: true,
  cost: constant(500),
});
const clearing: Entry = pure(nothing, { outside: [io('timer', 'write')], cost: constant(100) });

export const timerFunctions: Table = {
  ...each(['setTimeout', 'setInterval'], timer),
  setImmediate: {
    ...timer,
    callbacks: [callback(argument(0), { restParameters: [itself(rest(1))], timing: 'later', times: 'once' })],
  },
  ...each(['clearTimeout', 'clearInterval', 'clearImmediate'], clearing),
};

export const timerGlobals: Table = {
  ...timerFunctions,
  queueMicrotask: pure(nothing, {
    outside: [io('timer', 'write')],
    callbacks: [later(0, [])],
    throws: true,
    cost: constant(200),
  }),
};

export const timeoutMethods: Table = {
  ...each(
    words('ref unref refresh close'),
    mutating(oneOf([itself(receiver)], 'timeout'), 'all', { outside: [io('timer', 'write')] }),
  ),
  hasRef: pure(fresh('boolean')),
};
