import { accessListsContract } from './access-lists.contract.ts';
import { accountsContract } from './accounts.contract.ts';
import { agenciesContract } from './agencies.contract.ts';
import { apiUsersContract } from './api-users.contract.ts';
import { dueRunsContract } from './due-runs.contract.ts';
import { listsContract } from './lists.contract.ts';
import { membersContract } from './members.contract.ts';
import { replaysContract } from './replays.contract.ts';
import { runEndingsContract } from './run-endings.contract.ts';
import { runsContract } from './runs.contract.ts';
import { seatsContract } from './seats.contract.ts';
import type { OpenStore } from './store.ts';
import { usersContract } from './users.contract.ts';

/** All that a store must do, whatever it is made of: the same suite runs in memory and on DynamoDB. */
export const storeContract = (open: OpenStore): void => {
  accountsContract(open);
  usersContract(open);
  replaysContract(open);
  runsContract(open);
  runEndingsContract(open);
  dueRunsContract(open);
  membersContract(open);
  seatsContract(open);
  listsContract(open);
  agenciesContract(open);
  apiUsersContract(open);
  accessListsContract(open);
};
