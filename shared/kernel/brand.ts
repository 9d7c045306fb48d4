declare const brandTag: unique symbol;

/** A base type that only its own parse function can make. */
export type Brand<Base, Name extends string> = Base & { readonly [brandTag]: Name };
