import { clock } from '../../core/adapters/clock.ts';
import { dynamodbFiles } from '../../core/adapters/dynamodb/files.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { log } from '../../core/adapters/log.ts';
import { inspectFile } from '../../core/adapters/media/inspect-file.ts';
import { s3FileStorage } from '../../core/adapters/s3/file-storage.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { files } from '../../core/contract/resources/files.ts';
import { resource } from '../../core/http/resource.ts';
import { readMemberFile } from '../../core/usecases/read-member-file.ts';
import { takeOverFile } from '../../core/usecases/take-over-file.ts';
import { uploadFile } from '../../core/usecases/upload-file.ts';

const environment = readEnvironment('files');
const store = openStore(environment);
const ports = {
  files: dynamodbFiles(store),
  fileStorage: s3FileStorage(environment),
  inspectFile,
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  clock,
  log,
};

export const handler = resource(
  files,
  {
    upload: async ({ authority, body, stamp, idempotency }) => ({
      result: await uploadFile(ports)(authority, body.purpose, stamp, idempotency),
    }),
    takeOver: async ({ authority, params, stamp }) => ({
      result: await takeOverFile(ports)(authority, params.fileId, stamp),
    }),
    readOfMember: async ({ params, stamp }) => ({
      result: await readMemberFile(ports)(params, stamp.at),
    }),
  },
  { ports },
);
