/** First arguments that make the bin a helper process of another one; no person types them. */
export const analysisChildArgument = '__analyze-files';
export const transformChildArgument = '__transform-files';
