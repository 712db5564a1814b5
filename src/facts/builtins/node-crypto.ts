/** `crypto` and `zlib`: pure for given inputs unless random; mostly expensive, which is what pays. */
import type { Entry, Table } from './define.ts';
import {
  ambient,
  anything,
  argument,
  callback,
  constant,
  constructor,
  each,
  expensive,
  fresh,
  hidden,
  io,
  itself,
  linear,
  mutating,
  nondeterminism,
  nothing,
  oneOf,
  primitive,
  property,
  pure,
  receiver,
  rest,
  touch,
  touchDeep,
  words,
} from './define.ts';
import { webCryptoFunctions } from './web.ts';
import type { Shape } from './profile.ts';

const bytes = fresh('buffer', primitive);

/** Pure functions of their arguments. */
const computing = (operations: number, returns: Shape = bytes, more: Partial<Entry> = {}): Entry =>
  pure(returns, { reads: [touchDeep(rest(0))], throws: true, cost: expensive(operations), ...more });
const random = [nondeterminism('crypto')];
const chance = (operations: number, returns: Shape = bytes): Entry =>
  computing(operations, returns, { outside: random });

const eventually = callback(rest(0), {
  parameters: [[], []],
  timing: 'later',
  times: 'once',
  optional: true,
});
const async = (entry: Entry): Entry => ({
  ...entry,
  outside: [...entry.outside, io('timer', 'write')],
  callbacks: [eventually],
  cost: constant(5000),
});

/** Each with its callback form. */
function bothForms(table: Table): Table {
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, entry]) => [
      [`${name}Sync`, entry],
      [name, async(entry)],
    ]),
  );
}

const keyDerivation: Table = {
  pbkdf2: computing(50_000_000),
  scrypt: computing(50_000_000),
  hkdf: computing(20_000, fresh('array-buffer')),
  checkPrime: chance(1_000_000, fresh('boolean')),
  generatePrime: chance(100_000_000, fresh('any')),
  generateKey: chance(50_000, fresh('key-object')),
  generateKeyPair: chance(100_000_000, fresh('object')),
};

const streaming = fresh('hash', oneOf([itself(rest(0))]));
const creating = computing(2000, streaming, { cost: constant(2000) });
const constants = words('getCiphers getCurves getHashes getCipherInfo getFips secureHeapUsed');

export const cryptoModule: Table = {
  ...bothForms(keyDerivation),
  ...each(words('createHash createHmac createVerify createDecipheriv createCipheriv'), creating),
  ...each(
    words(`
    createSign createDiffieHellman createDiffieHellmanGroup createECDH getDiffieHellman
  `),
    { ...creating, outside: random },
  ),
  ...each(['createPrivateKey', 'createPublicKey', 'createSecretKey'], computing(50_000, fresh('key-object'))),
  diffieHellman: computing(500_000),
  hash: computing(2000, fresh('any'), { since: undefined, cost: linear(3) }),
  timingSafeEqual: computing(500, fresh('boolean'), { cost: linear(1) }),
  verify: computing(200_000, fresh('boolean')),
  ...each(['sign', 'privateEncrypt', 'publicEncrypt'], chance(500_000)),
  ...each(['privateDecrypt', 'publicDecrypt'], computing(500_000)),
  ...each(
    ['randomBytes', 'randomInt'],
    pure(fresh('any'), { outside: random, callbacks: [eventually], throws: true, cost: constant(1000) }),
  ),
  ...each(
    ['randomFill', 'randomFillSync'],
    pure(oneOf([itself(argument(0))]), {
      mutates: [touch(argument(0))],
      outside: random,
      callbacks: [eventually],
      throws: true,
    }),
  ),
  ...webCryptoFunctions,
  ...each(constants, pure(anything, { throws: true, cost: constant(2000) })),
  ...each(['setEngine', 'setFips'], pure(nothing, { outside: [ambient('OpenSSL', 'write')], throws: true })),
  ...each(['constants', 'webcrypto', 'subtle'], property(anything)),
  'new X509Certificate': constructor(fresh('any'), { throws: true, outside: [hidden('native')] }),
};

/** Hash, Hmac, Sign, Verify, Cipheriv: state machines that are fed. */
const feeding = (returns: Shape): Entry =>
  mutating(returns, 'all', { reads: [touch(receiver), touch(argument(0))], throws: true, cost: linear(3) });
export const hashMethods: Table = {
  update: feeding(oneOf([itself(receiver)], 'hash')),
  ...each(words('digest final sign verify getAuthTag'), {
    ...feeding(fresh('any')),
    cost: constant(2000),
  }),
  ...each(['setAAD', 'setAuthTag', 'setAutoPadding'], feeding(oneOf([itself(receiver)], 'hash'))),
  copy: pure(fresh('hash', oneOf([itself(argument(0))])), {
    reads: [touch(receiver)],
    throws: true,
    cost: constant(1000),
  }),
};

const packing = words(`
    deflate deflateRaw gzip inflate inflateRaw gunzip unzip brotliCompress brotliDecompress
  `);
const streams = words(`
    Deflate DeflateRaw Gzip Inflate InflateRaw Gunzip Unzip BrotliCompress BrotliDecompress
  `);

export const zlibModule: Table = {
  ...bothForms(Object.fromEntries(packing.map((name) => [name, computing(100_000)]))),
  ...bothForms(each(['zstdCompress', 'zstdDecompress'], { ...computing(100_000), since: '22.15.0' })),
  crc32: pure(fresh('number'), { reads: [touch(argument(0))], throws: true, cost: linear(1) }),
  ...each(
    streams.map((name) => `create${name}`),
    pure(fresh('stream'), { outside: [hidden('a stream')] }),
  ),
  ...each(['constants', 'codes'], property(anything)),
};
