/** Pieces of program text by the name they declare, taken in when something names them. */
export interface Piece {
  readonly name: string;
  readonly text: string;
}

const words = (text: string): Set<string> => new Set(text.match(/[A-Za-z_$][\w$]*/g));

/** The pieces that `text` names, and those that they name in turn, in the order of `pieces`. */
export function collectPieces<P extends Piece>(text: string, pieces: readonly P[]): P[] {
  const wanted = new Set<P>();
  const visit = (part: string): void => {
    const named = words(part);
    for (const piece of pieces) {
      if (wanted.has(piece) || !named.has(piece.name)) continue;
      wanted.add(piece);
      visit(piece.text);
    }
  };
  visit(text);
  return pieces.filter((piece) => wanted.has(piece));
}

/** What the code calls a function or variable: without its arguments, receiver and keys. */
export const piece = (name: string, text: string): Piece => ({ name, text });
