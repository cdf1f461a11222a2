import { clock } from '../../core/adapters/clock.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbReplays } from '../../core/adapters/dynamodb/replays.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { switchFolderToolsRequest } from '../../core/contract/support.ts';
import { switchFolderTools } from '../../core/usecases/switch-folder-tools.ts';
import { operator, readEvent } from './operator.ts';

const store = openStore(readEnvironment('switchFolderTools'));
const switchTools = switchFolderTools({
  accounts: dynamodbAccounts(store),
  policies: dynamodbPolicies(store),
  replays: dynamodbReplays(store, clock),
  clock,
});

/** The platform's support (C-36): takes folder tools out of a folder, or puts them back. */
export const handler = operator('FOLDER_TOOLS_NOT_SWITCHED', (event, stamp) =>
  switchTools(readEvent(switchFolderToolsRequest, event), stamp),
);
