/** Cloneability by type, where the host lints with types. */
import type { ParserServicesWithTypeInformation, TSESTree } from '@typescript-eslint/utils';
import type { Cloneability } from '../../src/model/index.ts';
import { cloneabilityOfType } from '../../src/verdict/index.ts';
import type { SourceCode } from '../../src/verdict/threads/modules.ts';

/** Undefined without types. */
export function cloneabilityByType(sourceCode: SourceCode, node: TSESTree.Node): Cloneability | undefined {
  const services: unknown = sourceCode.parserServices;
  const { program, esTreeNodeToTSNodeMap } = (services ?? {}) as Partial<ParserServicesWithTypeInformation>;
  const typescriptNode = program ? esTreeNodeToTSNodeMap?.get(node) : undefined;
  if (!program || !typescriptNode) return undefined;
  const checker = program.getTypeChecker();
  return cloneabilityOfType(checker, checker.getTypeAtLocation(typescriptNode));
}
