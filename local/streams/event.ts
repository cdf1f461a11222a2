import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams';

/** A record as the stream gives it, with the number that tells its place. */
export interface ReadRecord {
  readonly sequenceNumber: string;
  readonly atMilliseconds: number;
  /** As it stands in a function's event. */
  readonly event: unknown;
}

type Image = Record<string, AttributeValue>;

/** JSON knows no bytes: in an event they are base64. */
const bytesToText = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

const inJson = (image: Image | undefined): unknown =>
  image === undefined ? undefined : JSON.parse(JSON.stringify(image, bytesToText));

/** A record of the stream's API, as Lambda hands it to a function: times as seconds, bytes as base64. */
export const toEvent = (record: _Record, streamArn: string, region: string): ReadRecord => {
  const { dynamodb = {} } = record;
  const { SequenceNumber: sequenceNumber = '', ApproximateCreationDateTime: at = new Date() } = dynamodb;
  return {
    sequenceNumber,
    atMilliseconds: at.getTime(),
    event: {
      eventID: record.eventID,
      eventName: record.eventName,
      eventVersion: record.eventVersion,
      eventSource: 'aws:dynamodb',
      awsRegion: region,
      eventSourceARN: streamArn,
      ...(record.userIdentity && {
        userIdentity: { type: record.userIdentity.Type, principalId: record.userIdentity.PrincipalId },
      }),
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(at.getTime() / 1000),
        Keys: inJson(dynamodb.Keys),
        ...(dynamodb.NewImage && { NewImage: inJson(dynamodb.NewImage) }),
        ...(dynamodb.OldImage && { OldImage: inJson(dynamodb.OldImage) }),
        SequenceNumber: sequenceNumber,
        SizeBytes: dynamodb.SizeBytes,
        StreamViewType: dynamodb.StreamViewType,
      },
    },
  };
};
