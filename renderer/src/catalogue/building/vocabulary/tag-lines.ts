/**
 * The name of a tag → how sources spell it, in whatever language, with commas. Case, accents and marks do not matter.
 * "crime thriller=thriller" is a spelling that means this tag and another one (or, where the other one is more to the
 * point, says so by naming it).
 */
export type TagLines = Readonly<Record<string, string>>;
