import type { RecognisedBy } from '../../domain/catalogue';
import type { IdentityEvidence } from '../../domain/identity-evidence';
import type { LookUpCandidate } from './candidates';

/** What is made of a description: `CatalogueMatch` before the entries are read. */
export type Recognition =
  | {
      readonly verdict: 'same';
      readonly thing: LookUpCandidate;
      readonly by: RecognisedBy;
      readonly alias: string | null;
      readonly evidence: readonly IdentityEvidence[];
    }
  | {
      readonly verdict: 'part';
      /** The whole. */
      readonly thing: LookUpCandidate;
      readonly by: RecognisedBy;
      readonly evidence: readonly IdentityEvidence[];
    }
  | {
      readonly verdict: 'doubtful';
      readonly candidates: readonly {
        readonly thing: LookUpCandidate;
        readonly evidence: readonly IdentityEvidence[];
      }[];
    }
  | { readonly verdict: 'none'; readonly authorKnown: boolean };

/** What is made of the thing itself, not of what it is a part of. */
export type Itself = Exclude<Recognition, { readonly verdict: 'part' }>;
