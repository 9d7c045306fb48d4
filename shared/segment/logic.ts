/** And, or, not over leaves of any kind: the frame that `Resolved` and `ResolvedWhere` share. */
export type Logic<Leaf> =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Logic<Leaf>[] }
  | { readonly kind: 'not'; readonly of: Logic<Leaf> }
  | Leaf;

interface Kinded {
  readonly kind: string;
}

/** The exact complement (SEG-1); twice gives back the same object. */
export function negate<Leaf extends Kinded>(of: Logic<Leaf>): Logic<Leaf> {
  return isNot(of) ? of.of : { kind: 'not', of };
}

/** Requires at least one part. A single part stands for itself, so that equal meanings stay equal. */
export function combine<Leaf extends Kinded>(
  match: 'all' | 'any',
  parts: readonly Logic<Leaf>[],
): Logic<Leaf> {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: match, of: parts };
}

function isNot<Leaf extends Kinded>(
  logic: Logic<Leaf>,
): logic is { readonly kind: 'not'; readonly of: Logic<Leaf> } {
  return logic.kind === 'not';
}
