import { CognitoIdentityProviderClient, ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider';
import { DescribeTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import type { Cloud } from './cloud.ts';
import type { SampleAccount } from './sample-state.ts';
import { signIn } from './sign-in.ts';

type SampleCloud = Pick<Cloud, 'apiUrl' | 'cognitoUrl' | 'region' | 'userPoolId' | 'clientId' | 'endpoints'>;

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Signs in and reads the account. Which of the two is refused makes no difference. */
const works = async (cloud: SampleCloud, { accountId, admin }: SampleAccount): Promise<boolean> => {
  const tokens = await signIn(cloud, { username: admin.email, password: admin.password }).catch(
    () => undefined,
  );
  if (tokens === undefined) return false;
  const answer = await fetch(`${cloud.apiUrl}/v1/accounts/${accountId}`, {
    headers: { authorization: `Bearer ${tokens.accessToken}` },
  });
  return answer.ok;
};

const hasUsers = async ({ region, userPoolId, endpoints }: SampleCloud): Promise<boolean> => {
  const client = new CognitoIdentityProviderClient({ endpoint: endpoints.cognito, region, credentials });
  const { Users = [] } = await client.send(new ListUsersCommand({ UserPoolId: userPoolId, Limit: 1 }));
  client.destroy();
  return Users.length > 0;
};

const hasItems = async ({ region, endpoints }: SampleCloud): Promise<boolean> => {
  const client = new DynamoDBClient({ endpoint: endpoints.dynamodb, region, credentials });
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const tables = await Promise.all(
    TableNames.map((TableName) => client.send(new DescribeTableCommand({ TableName }))),
  );
  client.destroy();
  // Amazon counts every six hours; the local engine counts when asked.
  return tables.some(({ Table }) => (Table?.ItemCount ?? 0) > 0);
};

/**
 * Whether the kept sample account is still what it was: `lost` when a store has come up empty, `changed` when
 * everything is there and the login is not (someone chose another password, say), which is no damage.
 */
export const proveSampleAccount = async (
  cloud: SampleCloud,
  account: SampleAccount,
): Promise<'works' | 'changed' | 'lost'> => {
  if (await works(cloud, account)) return 'works';
  const stores = await Promise.all([hasUsers(cloud), hasItems(cloud)]);
  return stores.every(Boolean) ? 'changed' : 'lost';
};
