/**
 * Purpose: which files of a folder could hold a class that extends a given one.
 * Input: a folder, and the class's name and file.
 * Guarantee: no such file is left out that imports anything and names the class by its own name, an alias, or its module, or that
 * extends what it is given (`(Base) => class extends Base`); undefined when there are too many files to read.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const sourceName = /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/;

/** More files than this are not read for one question. */
const maxFiles = 10_000;

interface FileText {
  readonly file: string;
  readonly text: string;
}

/** `export { Heap as Queue } from './heap'`: files that look up `heap` or `Heap` find it by the names here too. */
interface Reexport {
  readonly from: string;
  readonly names: readonly string[];
}

interface ExtendingFile extends FileText {
  /** Whether a class extends what may be a parameter. */
  readonly isMixin: boolean;
}

export interface ClassFiles {
  /** Files in which the words `class` and `extends` stand, and which name other modules or may be given a class. */
  readonly extending: readonly ExtendingFile[];
  readonly reexports: readonly Reexport[];
  /** By the name of a property, files that assign to one of that name, tests left out. */
  readonly assigning: ReadonlyMap<string, readonly string[]>;
}

export function readClassFiles(folder: string): ClassFiles | undefined {
  const extending: ExtendingFile[] = [];
  const reexports: Reexport[] = [];
  const assigning = new Map<string, string[]>();
  const files = listFiles(folder);
  for (const file of files ?? []) {
    const text = readText(file);
    if (/\bextends\b/.test(text) && /\bclass\b/.test(text)) {
      const isMixin = extendsParameter(text);
      if (isMixin || moduleName.test(text)) extending.push({ file, text, isMixin });
    }
    reexports.push(...findReexports(file, text));
    if (isTest(file.slice(folder.length))) continue;
    for (const name of findAssigned(text)) assigning.set(name, [...(assigning.get(name) ?? []), file]);
  }
  return files && { extending, reexports, assigning };
}

/** The name of a module, perhaps after comments; a file that others were bundled into has none. */
const moduleName = /\b(?:from|import|require)\b(?:[\s(]|\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/.*\n)*['"`]/;

/** Those that may extend a class `name` (undefined: any name) of `file`, and declare a member. */
export function selectExtending(
  files: ClassFiles,
  name: string | undefined,
  file: string,
  member: string,
): readonly string[] {
  const names = namesOf(files, [...(name === undefined ? [] : [name]), ...stemsOf(file)]);
  return files.extending.flatMap((one) =>
    (one.isMixin || isNamedIn(one.text, names)) && mayDeclareMember(one.text, member) ? [one.file] : [],
  );
}

/** `(Base) => class extends Base`, `function mix(Base) { class Mixed extends Base {} … }`; a condition `if (Base) {` looks like one. */
function extendsParameter(text: string): boolean {
  return [...text.matchAll(/\bextends\s+([\w$]+)/g)].some(([, name = '']) => {
    const quoted = name.replaceAll('$', '\\$&');
    const inList = `[(,]\\s*${quoted}\\s*(?:[:=](?!=)|(?:,[^;{]{0,200}?)?\\)\\s*(?:[{:]|=>))`;
    return new RegExp(`${inList}|(?<![\\w$.])${quoted}\\s*=>`).test(text);
  });
}

/** The names, and all that the class or one that extends it may be found by elsewhere. */
function namesOf({ extending, reexports }: ClassFiles, known: readonly string[]): ReadonlySet<string> {
  const names = new Set(known);
  for (let size = 0; size !== names.size;) {
    size = names.size;
    for (const { from, names: others } of reexports) {
      if (stemsOf(from).some((stem) => names.has(stem))) for (const other of others) names.add(other);
    }
    for (const { file, text } of extending) {
      if (isNamedIn(text, names)) for (const stem of stemsOf(file)) names.add(stem);
    }
  }
  return names;
}

function isNamedIn(text: string, names: ReadonlySet<string>): boolean {
  return [...names].some((name) => hasWord(text, name));
}

const partOfWord = /[\p{ID_Continue}$]/u;

/** A part of a longer word names something else: `A` isn't in `Array`. */
function hasWord(text: string, name: string): boolean {
  if (name === '') return true;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isPart = [text[at - 1], text[at + name.length]].some((next) => next && partOfWord.test(next));
    if (!isPart) return true;
  }
  return false;
}

/** Tests put mocks on instances of their own. */
function isTest(path: string): boolean {
  return /[\\/](?:tests?|__tests__|spec)[\\/]|[._](?:test|spec)\.[^\\/]*$/.test(path);
}

/** `sim.onStep = f`, `defineProperty(sim, 'onStep', …)`, `assign(sim, { onStep … })` */
function findAssigned(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, name = ''] of text.matchAll(/\.\s*([\w$]+)\s*=(?![=>])/g)) found.add(name);
  for (const [call] of text.matchAll(/\b(?:assign|defineProperty|defineProperties|set)\s*\([^;]*/g))
    for (const [name] of call.matchAll(/[\w$]+(?=\s*[:(,'"`])/g)) found.add(name);
  return found;
}

const reexport =
  /\bexport\s*(?:\*(?:\s*as\s+\w+)?|\{[^}]*\})\s*from\s*['"]([^'"]+)['"]|\bexports[.\w]*\s*=\s*require\(\s*['"]([^'"]+)['"]/g;

function findReexports(file: string, text: string): readonly Reexport[] {
  return [...text.matchAll(reexport)].map(([clause, module, required]) => ({
    from: module ?? required ?? '',
    names: [...stemsOf(file), ...(clause.match(/[\w$]+(?=\s*[,}=])/g) ?? [])],
  }));
}

/** What an import of the file is likely to hold: its name without extension; its folder's for an index. */
function stemsOf(path: string): readonly string[] {
  const stem = basename(path).replace(/\.[cm]?[jt]sx?$/, '');
  return stem === 'index' ? [stem, basename(dirname(path))] : [stem];
}

/** Whether a member of that name may be declared in a text: the name at the place of a declaration, never after a dot. */
function mayDeclareMember(text: string, name: string): boolean {
  const quoted = name.replace(/[^\w]/g, '\\$&');
  const modifiers =
    'async|get|set|public|protected|private|override|readonly|accessor|static|declare|abstract';
  const before = `(?:^|[{};*)\\]]|\\*/|\\b(?:${modifiers})\\s)\\s*`;
  return new RegExp(`${before}['"]?${quoted}['"]?\\s*[(=<:?!;]`, 'm').test(text);
}

/** Source files below a folder; undefined when there are too many. */
export function listFiles(folder: string): readonly string[] | undefined {
  const files: string[] = [];
  const pending = [folder];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const entry of entriesOf(at)) {
      const isFolder = entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.');
      if (isFolder) pending.push(join(at, entry.name));
      if (entry.isFile() && sourceName.test(entry.name)) files.push(join(at, entry.name));
    }
    if (files.length > maxFiles) return undefined;
  }
  return files;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // not to be looked at: then nothing of the project is in it
  }
}

/** Empty for a file that can't be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
