/**
 * What a value must be, in the words of Lambda's event filters: one of these texts, begin with one, be there, be none
 * of these. A value that is not there is only ever matched by `{exists: false}`.
 */
type Test =
  | string
  | { readonly prefix: string }
  | { readonly exists: boolean }
  | { readonly 'anything-but': readonly string[] };

/** An attribute as DynamoDB writes it: numbers are texts too. Any of the tests must hold. */
type AttributeTests = { readonly S: readonly Test[] } | { readonly N: readonly Test[] };

type ItemTests = Readonly<Record<string, AttributeTests>>;

/** Which changes of the table are worth a call: everything that is named must hold. */
export interface ChangePattern {
  readonly eventName?: readonly ('INSERT' | 'MODIFY' | 'REMOVE')[];
  readonly dynamodb?: {
    readonly Keys?: ItemTests;
    /** The item after the change; a removed one has none. */
    readonly NewImage?: ItemTests;
    /** The item before the change; a new one has none. */
    readonly OldImage?: ItemTests;
  };
}

/**
 * The changes that some consumer wants; any pattern may match. Whatever matches none never reaches a function, so that
 * the main path pays nothing for the feed.
 */
export const CHANGE_PATTERNS: readonly ChangePattern[] = [
  // A pool that somebody waits for a seat of.
  {
    eventName: ['INSERT', 'MODIFY'],
    dynamodb: {
      Keys: { sk: { S: [{ prefix: 'POOL#' }] } },
      NewImage: { waiting: { N: [{ 'anything-but': ['0'] }] } },
    },
  },
  // An invitation that is to go out.
  { eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'INVITING#' }] } } } },
  // A person of whom something has changed.
  {
    eventName: ['MODIFY'],
    dynamodb: { Keys: { pk: { S: [{ prefix: 'USER#' }] }, sk: { S: ['HEAD'] } } },
  },
];
