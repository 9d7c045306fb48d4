import type { Resolved, ResolvedCondition } from '../../shared/segment/resolved.ts';
import { leafKey } from './leaf-cache.ts';

/** What an expression is made of, by the numbers of its parts. */
export type Expression =
  | { readonly kind: 'everyone' | 'nobody' }
  | { readonly kind: 'leaf'; readonly leaf: ResolvedCondition; readonly key: string }
  | { readonly kind: 'not'; readonly of: number }
  | { readonly kind: 'all' | 'any'; readonly left: number; readonly right: number };

/**
 * Numbers expressions, so that equal ones have one number. Longer combinations are pairs of pairs from
 * the left: the running total of a group's last child is then the group itself.
 */
export class ExpressionIds {
  readonly #expressions: Expression[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #byObject = new Map<Resolved, number>();

  /** Requires a number that `numberOf` gave. */
  at(number: number): Expression {
    return this.#expressions[number] as Expression;
  }

  numberOf(meaning: Resolved): number {
    const known = this.#byObject.get(meaning);
    if (known !== undefined) return known;
    const number = this.#numberOf(meaning);
    this.#byObject.set(meaning, number);
    return number;
  }

  #numberOf(meaning: Resolved): number {
    switch (meaning.kind) {
      case 'not': {
        const of = this.numberOf(meaning.of);
        return this.#number(`not ${of}`, { kind: 'not', of });
      }
      case 'all':
      case 'any': {
        const { kind } = meaning;
        const parts = meaning.of.map((part) => this.numberOf(part));
        if (parts.length > 0)
          return parts.reduce((left, right) =>
            this.#number(`${left} ${kind} ${right}`, { kind, left, right }),
          );
        const empty = kind === 'all' ? 'everyone' : 'nobody';
        return this.#number(empty, { kind: empty });
      }
      default: {
        const key = leafKey(meaning);
        return this.#number(key, { kind: 'leaf', leaf: meaning, key });
      }
    }
  }

  #number(key: string, expression: Expression): number {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const number = this.#expressions.push(expression) - 1;
    this.#byKey.set(key, number);
    return number;
  }
}
