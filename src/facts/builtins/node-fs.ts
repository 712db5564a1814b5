/** `fs` and `fs/promises`, by what they do to the disk. */
import type { Entry, Table } from './define.ts';
import {
  anything,
  argument,
  callback,
  constant,
  each,
  expensive,
  fresh,
  io,
  mutating,
  primitive,
  promiseOf,
  property,
  pure,
  rest,
  touch,
  words,
} from './define.ts';
import type { Shape } from './profile.ts';

const reading = words(`
    access exists fstat lstat readFile readdir readlink realpath stat statfs opendir
  `);
/** Through a descriptor: the file's position moves. */
const throughDescriptor = ['read', 'readv'];
const writing = words(`
    appendFile chmod chown close copyFile cp fchmod fchown fdatasync fsync ftruncate futimes lchmod
    lchown link lutimes mkdir mkdtemp open rename rm rmdir symlink truncate unlink utimes write
    writeFile writev
  `);
const promised = new Set(
  words(`
    access copyFile cp open opendir rename truncate rm rmdir mkdir readdir readlink symlink lstat stat
    statfs link unlink chmod lchmod lchown chown utimes lutimes realpath mkdtemp writeFile appendFile
    readFile
  `),
);
/** Only on macOS. */
const elsewhere = new Set(['lchmod']);

const onDisk = (mode: 'read' | 'write', returns: Shape, more: Partial<Entry> = {}): Entry =>
  pure(returns, {
    outside: [io('fs', mode)],
    reads: [touch(rest(0))],
    throws: true,
    cost: expensive(50_000),
    ...more,
  });

const results: Readonly<Record<string, Shape>> = {
  exists: fresh('boolean'),
  fstat: fresh('stats'),
  lstat: fresh('stats'),
  stat: fresh('stats'),
  readdir: fresh('array', fresh('any')),
  readlink: fresh('string'),
  realpath: fresh('string'),
  mkdtemp: fresh('string'),
  open: fresh('number'),
  write: fresh('number'),
  writev: fresh('number'),
};
const resultOf = (name: string): Shape => results[name] ?? (reading.includes(name) ? anything : primitive);

/** The callback is the last argument, wherever that is. */
const eventually = callback(rest(1), {
  parameters: [[], []],
  timing: 'later',
  times: 'once',
  optional: true,
});
const intoBuffer = { mutates: [touch(argument(1))], outside: [io('fs', 'write' as const)] };

function threeForms(name: string, mode: 'read' | 'write', more: Partial<Entry> = {}): Table {
  return {
    [`${name}Sync`]: onDisk(mode, resultOf(name), more),
    [name]: onDisk(mode, primitive, { ...more, callbacks: [eventually] }),
    ...(promised.has(name) ? { [`promises.${name}`]: onDisk(mode, promiseOf(resultOf(name)), more) } : {}),
  };
}

const tableOf = (names: readonly string[], mode: 'read' | 'write', more: Partial<Entry> = {}): Table =>
  Object.assign(
    {},
    ...names.filter((name) => !elsewhere.has(name)).map((name) => threeForms(name, mode, more)),
  ) as Table;

const newStream = onDisk('write', fresh('stream'), { cost: constant(20_000) });

export const fsModule: Table = {
  ...tableOf(reading, 'read'),
  ...tableOf(throughDescriptor, 'write', intoBuffer),
  ...tableOf(writing, 'write'),
  ...each(words('createReadStream createWriteStream watch watchFile unwatchFile promises.watch'), newStream),
  openAsBlob: onDisk('read', promiseOf(fresh('blob'))),
  'promises.open': onDisk('write', promiseOf(fresh('file-handle'))),
  ...each(words('constants F_OK R_OK W_OK X_OK promises promises.constants'), property(anything)),
};

export const fsPromisesModule: Table = Object.fromEntries(
  Object.entries(fsModule)
    .filter(([name]) => name.startsWith('promises.'))
    .map(([name, entry]) => [name.slice('promises.'.length), entry]),
);

const questions = words(`
    isFile isDirectory isSymbolicLink isFIFO isSocket isBlockDevice isCharacterDevice
  `);
const ask = pure(fresh('boolean'));
const data = words(`
    size mode mtimeMs atimeMs ctimeMs birthtimeMs dev ino nlink uid gid rdev blksize blocks
  `);

export const statsMethods: Table = {
  ...each(questions, ask),
  ...each(data, property(fresh('primitive'))),
  ...each(words('mtime atime ctime birthtime'), property(fresh('date'))),
};
export const direntMethods: Table = {
  ...each(questions, ask),
  ...each(['name', 'path', 'parentPath'], property(fresh('string'))),
};

const handleIo = (mode: 'read' | 'write') =>
  mutating(promiseOf(anything), 'all', { outside: [io('fs', mode)], throws: true });
export const fileHandleMethods: Table = {
  ...each(['stat'], handleIo('read')),
  ...each(
    words(`
    appendFile chmod chown close datasync read readFile readv sync truncate utimes write writeFile
    writev
  `),
    handleIo('write'),
  ),
  ...each(words('createReadStream createWriteStream readLines readableWebStream'), handleIo('write')),
  fd: property(fresh('number')),
};
