/** Suggests to send the fields of an instance instead of the instance. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../src/verdict/threads/modules.ts';
import { walk } from '../../src/verdict/threads/walk.ts';

export const fieldSuggestions = { sendFields: 'Send `{{fields}}` instead of the instance.' } as const;

/** Nothing where the instance has no name, or where what its class inherits isn't seen. */
export function suggestFields(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
): TSESLint.ReportSuggestionArray<string> {
  if ((node.type !== 'Identifier' && node.type !== 'ThisExpression') || owner.superClass) return [];
  const name = sourceCode.getText(node);
  const fields = [...new Set(fieldsOf(sourceCode, owner))].map((field) => `${field}: ${name}.${field}`);
  if (fields.length === 0) return [];
  const literal = `{ ${fields.join(', ')} }`;
  const { parent } = node;
  const isShorthand = parent.type === 'Property' && parent.shorthand;
  const fix = (fixer: TSESLint.RuleFixer) =>
    isShorthand ? fixer.replaceText(parent, `${name}: ${literal}`) : fixer.replaceText(node, literal);
  return [{ messageId: 'sendFields', data: { fields: literal }, fix }];
}

/** Public fields: declared, given in the constructor, or parameters of it that are fields. */
function fieldsOf(
  sourceCode: SourceCode,
  { body }: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
): string[] {
  return body.body.flatMap((member) => {
    if (member.type === 'PropertyDefinition') return isPublic(member) ? nameOf(member.key) : [];
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') return [];
    const given = member.value.params.flatMap((one) =>
      one.type === 'TSParameterProperty' && isPublic(one) ? nameOf(one.parameter) : [],
    );
    return [
      ...given,
      ...[...walk(member.value, sourceCode.visitorKeys)].flatMap((node) => assignedField(node)),
    ];
  });
}

function isPublic(member: {
  static: boolean;
  computed?: boolean;
  accessibility?: string | undefined;
}): boolean {
  return !member.static && !member.computed && (member.accessibility ?? 'public') === 'public';
}

function nameOf(key: TSESTree.Node): string[] {
  return key.type === 'Identifier' ? [key.name] : [];
}

/** `x` of `this.x = …` */
function assignedField(node: TSESTree.Node): string[] {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return [];
  const { object, property, computed } = node.left;
  return object.type === 'ThisExpression' && !computed ? nameOf(property) : [];
}
