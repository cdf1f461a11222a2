import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';

/** One change of one item, as the table's stream tells it. */
export interface StreamRecord {
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  /** Its place among the changes of its item, and of others in the same shard. */
  readonly sequenceNumber: string;
  /** RFC 3339, to the second. */
  readonly at: string;
  /** The item before the change; a new one has none. */
  readonly before?: Readonly<Record<string, unknown>>;
  /** The item after the change; a removed one has none. */
  readonly after?: Readonly<Record<string, unknown>>;
}

const TYPES: readonly string[] = ['S', 'N', 'B', 'SS', 'NS', 'BS', 'M', 'L', 'NULL', 'BOOL'];

/** What is inside an attribute, `unmarshall` judges. */
const isAttribute = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).every((type) => TYPES.includes(type));

const image = z.record(z.string(), z.custom<AttributeValue>(isAttribute));

const envelope = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    ApproximateCreationDateTime: z.number(),
    OldImage: z.optional(image),
    NewImage: z.optional(image),
  }),
});

/** Reads one record of a stream's event. Throws when it is none. */
export const readStreamRecord = (record: unknown): StreamRecord => {
  const { eventName, dynamodb } = envelope.parse(record);
  const { SequenceNumber, ApproximateCreationDateTime, OldImage, NewImage } = dynamodb;
  return {
    eventName,
    sequenceNumber: SequenceNumber,
    at: new Date(ApproximateCreationDateTime * 1000).toISOString(),
    ...(OldImage !== undefined && { before: unmarshall(OldImage) }),
    ...(NewImage !== undefined && { after: unmarshall(NewImage) }),
  };
};
