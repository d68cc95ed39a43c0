/** Many phrases looked for at once: a tree of their words, walked from each word of the text. */
import type { Token } from "./syllables.ts";
import { tokensOf } from "./syllables.ts";

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value?: T;
}

/** A phrase found at a token: the first token after it, and what it stands for. */
export interface PhraseMatch<T> {
  readonly end: number;
  readonly value: T;
}

export class PhraseTree<T> {
  private readonly root: Node<T> = { next: new Map() };

  /** Signs count as words; case and the place of the tone do not. */
  add(phrase: string, value: T): void {
    let node = this.root;
    for (const { lower } of tokensOf(phrase)) {
      let next = node.next.get(lower);
      if (next === undefined) {
        next = { next: new Map() };
        node.next.set(lower, next);
      }
      node = next;
    }
    node.value ??= value;
  }

  /** The longest phrase that starts at the token `at`. */
  matchAt(tokens: readonly Token[], at: number): PhraseMatch<T> | null {
    let node: Node<T> | undefined = this.root;
    let found: PhraseMatch<T> | null = null;
    for (let index = at; index < tokens.length; index++) {
      node = node.next.get(tokens[index]!.lower);
      if (node === undefined) break;
      if (node.value !== undefined) found = { end: index + 1, value: node.value };
    }
    return found;
  }
}
