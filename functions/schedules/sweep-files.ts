import { clock } from '../../core/adapters/clock.ts';
import { dynamodbFiles } from '../../core/adapters/dynamodb/files.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { log } from '../../core/adapters/log.ts';
import { s3FileRemoval } from '../../core/adapters/s3/file-removal.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { sweepFiles } from '../../core/usecases/sweep-files.ts';
import { withCleanErrors } from '../clean-errors.ts';

const environment = readEnvironment('sweepFiles');
const ports = {
  files: dynamodbFiles(openStore(environment)),
  fileStorage: s3FileRemoval(environment),
  clock,
  log,
};

export const handler = withCleanErrors('SWEEP_FAILED', async (_event, requestId) => {
  log('FILES_SWEPT', { files: await sweepFiles(ports)(requestId), requestId });
});
