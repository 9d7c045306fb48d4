import type { AttributeId, ValueType } from '../profile/data-model.ts';
import type { ProfileId } from '../profile/profile.ts';
import type { SegmentId } from '../segment/definition.ts';
import type { ProfileKey } from './mutation.ts';

/** Why a mutation cannot be: nothing of it was applied. */
export type Refusal =
  | { readonly kind: 'unknown-profile' | 'unknown-segment' | 'unknown-definition'; readonly id: string }
  | { readonly kind: 'key-taken'; readonly key: ProfileKey; readonly by: ProfileId }
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'name-empty' }
  | { readonly kind: 'value-refused'; readonly attribute: AttributeId; readonly type: ValueType }
  /** A definition that is there for good: its type cannot change, nor can it go. */
  | { readonly kind: 'type-fixed'; readonly id: string }
  | {
      readonly kind: 'in-use';
      readonly segments: readonly { readonly id: SegmentId; readonly title: string }[];
    }
  /** The path of the cycle, by segment (SEG-23). */
  | { readonly kind: 'cycle'; readonly through: readonly SegmentId[] }
  | {
      readonly kind: 'definition-refused';
      readonly problems: readonly { readonly path: string; readonly message: string }[];
    }
  | { readonly kind: 'consent-held'; readonly why: string };
