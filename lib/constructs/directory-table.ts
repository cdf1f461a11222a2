import { RemovalPolicy } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { TABLE } from '../../core/contract/table.ts';
import { tableName } from '../names.ts';

export interface DirectoryTableProps {
  readonly stage: string;
  /** The locations other than home: each gets a replica, for lists and catalogues. */
  readonly replicaRegions: readonly string[];
}

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

const index = (
  { name, partitionKey, sortKey }: (typeof TABLE.indexes)[keyof typeof TABLE.indexes],
  projection: Pick<GlobalSecondaryIndexPropsV2, 'projectionType' | 'nonKeyAttributes'>,
): GlobalSecondaryIndexPropsV2 => ({
  indexName: name,
  partitionKey: text(partitionKey),
  sortKey: text(sortKey),
  ...projection,
});

const LIST = { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...TABLE.listAttributes] };
const KEYS = { projectionType: ProjectionType.KEYS_ONLY };

/** The one table: written in the home region, replicated to every other location, its stream read at home alone. */
export class DirectoryTable extends Construct {
  /** The home region's stream of changes: each item as it was before, and as it is after. */
  readonly streamArn: string;

  constructor(scope: Construct, id: string, props: DirectoryTableProps) {
    super(scope, id);
    const { byStatus, byGroup, bySearch, byDue } = TABLE.indexes;
    const table = new TableV2(this, 'Table', {
      tableName: tableName(props.stage),
      partitionKey: text(TABLE.partitionKey),
      sortKey: text(TABLE.sortKey),
      timeToLiveAttribute: TABLE.timeToLive,
      globalSecondaryIndexes: [
        index(byStatus, LIST),
        index(byGroup, LIST),
        index(bySearch, KEYS),
        index(byDue, KEYS),
      ],
      billing: Billing.onDemand(),
      // AWS's key in our account: its uses stand in CloudTrail, which those of DynamoDB's own key do not. A key of
      // our own would be one per region, each with a policy to get wrong, and would lose the table with the key.
      encryption: TableEncryptionV2.awsManagedKey(),
      // A table with replicas has a stream anyway, one without must have it too.
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      replicas: props.replicaRegions.map((region) => ({ region })),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    if (table.tableStreamArn === undefined) throw new Error('The table has no stream');
    this.streamArn = table.tableStreamArn;
  }
}
