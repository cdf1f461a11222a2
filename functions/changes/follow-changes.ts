import { clock } from '../../core/adapters/clock.ts';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbInvitations } from '../../core/adapters/dynamodb/invitations.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbSeats } from '../../core/adapters/dynamodb/seats.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { log } from '../../core/adapters/log.ts';
import { sesMailer } from '../../core/adapters/ses/mailer.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { changeFeed } from './change-feed.ts';
import { toEach } from './consumer.ts';
import { invitations } from './invitations.ts';
import { people } from './people.ts';
import { signIns } from './sign-ins.ts';
import { waitingLine } from './waiting-line.ts';

const environment = readEnvironment('followChanges');
const store = openStore(environment);
const ports = {
  seats: dynamodbSeats(store),
  invitations: dynamodbInvitations(store),
  members: dynamodbMembers(store),
  users: dynamodbUsers(store),
  accounts: dynamodbAccounts(store),
  identity: cognitoIdentity(environment),
  mailer: sesMailer(environment),
  clock,
  log,
};

export const handler = changeFeed(
  toEach([waitingLine(ports), invitations(ports), people(ports), signIns(ports, environment.CONSOLE_URL)]),
);
