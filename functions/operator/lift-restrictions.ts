import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { liftRestrictionsRequest } from '../../core/contract/support.ts';
import { liftRestrictions } from '../../core/usecases/lift-restrictions.ts';
import { operator, readEvent } from './operator.ts';

const store = openStore(readEnvironment('liftRestrictions'));
const lift = liftRestrictions({
  accounts: dynamodbAccounts(store),
  members: dynamodbMembers(store),
  users: dynamodbUsers(store),
  log,
});

/** Break-glass: lets a member call from anywhere again. */
export const handler = operator('RESTRICTIONS_NOT_LIFTED', (event, stamp) =>
  lift(readEvent(liftRestrictionsRequest, event), stamp),
);
