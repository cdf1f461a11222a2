import { clock } from '../../core/adapters/clock.ts';
import { dynamodbAssets } from '../../core/adapters/dynamodb/assets.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbWork } from '../../core/adapters/dynamodb/work.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { assignWork } from '../../core/usecases/assign-work.ts';
import { step } from './step.ts';

const store = openStore(readEnvironment('assignWork'));

export const handler = step(
  'AssignWork',
  assignWork({
    runs: dynamodbRuns(store),
    members: dynamodbMembers(store),
    work: dynamodbWork(store),
    assets: dynamodbAssets(store),
    clock,
  }),
);
