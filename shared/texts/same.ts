/**
 * The same keys with words of another language: a text that is missing, one that nobody reads any more and a list of
 * another length do not compile. Superfluous keys are seen only where the texts are written, so each file says it.
 */
export type Same<Words> = Words extends string
  ? string
  : Words extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof Words]: Same<Words[Key]> };
