import { clock } from '../../core/adapters/clock.ts';
import { cognitoApiSignIn } from '../../core/adapters/cognito/api-sign-in.ts';
import { dynamodbApiUsers } from '../../core/adapters/dynamodb/api-users.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { token } from '../../core/contract/resources/token.ts';
import { publicResource } from '../../core/http/resource.ts';
import { issueToken } from '../../core/usecases/issue-token.ts';

const environment = readEnvironment('token');
const ports = {
  apiUsers: dynamodbApiUsers(openStore(environment)),
  apiSignIn: cognitoApiSignIn(environment),
  clock,
  log,
};

export const handler = publicResource(
  token,
  {
    issue: async ({ body: { apiUserId, secret }, stamp }) => {
      const issued = await issueToken(ports)(apiUserId, secret, stamp.sourceAddress ?? '');
      return { result: { ...issued, tokenType: 'Bearer' as const } };
    },
  },
  { ports },
);
