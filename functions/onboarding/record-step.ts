import { clock } from '../../core/adapters/clock.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { type SectionName, stepOf } from '../../core/domain/steps.ts';
import { recordSection } from '../../core/usecases/record-section.ts';
import { step } from './step.ts';

/** The handler of a step whose whole effect is what the member's section then says. */
export const recordStep = (section: SectionName, environment: Parameters<typeof openStore>[0]) => {
  const store = openStore(environment);
  return step(
    stepOf(section),
    recordSection(section)({ runs: dynamodbRuns(store), members: dynamodbMembers(store), clock }),
  );
};
