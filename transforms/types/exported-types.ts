/**
 * Purpose: what other files get to see of the types of a file's exports.
 * Input: a program and a file of it.
 * Guarantee: two programs give the same text for the same types; the order of union members, which is TypeScript's own, doesn't count.
 */
import ts from 'typescript';

/** The type of each exported value, and of the members of each exported class, by name. */
export function exportedTypes(program: ts.Program, file: string): ReadonlyMap<string, string> {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const exported = module ? checker.getExportsOfModule(module) : [];
  const types = new Map<string, string>();
  const print = (name: string, symbol: ts.Symbol): void => {
    types.set(name, signOf(checker.typeToString(checker.getTypeOfSymbol(symbol), source, formatFlags)));
  };
  for (const one of exported) {
    const symbol = (one.flags & ts.SymbolFlags.Alias) === 0 ? one : checker.getAliasedSymbol(one);
    if ((symbol.flags & ts.SymbolFlags.Value) !== 0) print(one.name, symbol);
    if ((symbol.flags & ts.SymbolFlags.Class) === 0) continue;
    for (const member of checker.getDeclaredTypeOfSymbol(symbol).getProperties()) {
      print(`${one.name}.${member.name}`, member);
    }
  }
  return types;
}

const formatFlags: ts.TypeFormatFlags =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseFullyQualifiedType;

/** The words of a type, in an order that says nothing. */
function signOf(type: string): string {
  return (type.match(/[\w$.'"]+|[^\s|]/g) ?? []).sort().join(' ');
}
