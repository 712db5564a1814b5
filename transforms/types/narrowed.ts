/**
 * Purpose: whether TypeScript knows more of a variable or property, at one place, than its declaration says.
 * Input: the expression, and the checker of its program.
 * Guarantee: true wherever the declared type would not do in its place; what has no declaration isn't narrowed.
 */
import ts from 'typescript';

/** Conditions, assertions and assignments before an expression may have told more of it. */
export function isNarrowed(node: ts.Node, checker: ts.TypeChecker, options: ts.CompilerOptions): boolean {
  const name = ts.isShorthandPropertyAssignment(node) ? node.name : node;
  const type = checker.getTypeAtLocation(name);
  return declaredTypes(node, checker, options).some(
    (declared) => !checker.isTypeAssignableTo(declared, type),
  );
}

/** The types that the declaration gives to the expression. */
function declaredTypes(node: ts.Node, checker: ts.TypeChecker, options: ts.CompilerOptions): ts.Type[] {
  if (ts.isElementAccessExpression(node)) return elementTypes(node, checker, options);
  const symbol = ts.isShorthandPropertyAssignment(node)
    ? checker.getShorthandAssignmentValueSymbol(node)
    : checker.getSymbolAtLocation(ts.isPropertyAccessExpression(node) ? node.name : node);
  return symbol ? [checker.getTypeOfSymbol(symbol)] : [];
}

/** Of `xs[0]`, `table[key]`: those of the property, else of any element. */
function elementTypes(
  { expression, argumentExpression: key }: ts.ElementAccessExpression,
  checker: ts.TypeChecker,
  { noUncheckedIndexedAccess = false }: ts.CompilerOptions,
): ts.Type[] {
  const object = checker.getApparentType(checker.getNonNullableType(checker.getTypeAtLocation(expression)));
  const property =
    ts.isStringLiteralLike(key) || ts.isNumericLiteral(key) ? object.getProperty(key.text) : undefined;
  if (property) return [checker.getTypeOfSymbol(property)];
  const isNumber = (checker.getTypeAtLocation(key).flags & ts.TypeFlags.NumberLike) !== 0;
  const element = (isNumber ? object.getNumberIndexType() : undefined) ?? object.getStringIndexType();
  if (!element) return [];
  return noUncheckedIndexedAccess ? [element, checker.getUndefinedType()] : [element];
}
