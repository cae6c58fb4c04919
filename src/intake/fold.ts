// src/intake/fold.ts: the look-up key under the names that intake has had for it.
export { folded, lookupKey as foldedKey, plainSpaces } from "../domain/lookupKey";
