import { MOST_UNUSED_FILES } from '../../domain/file.ts';
import { answers, inAccount, nothing } from '../answer.ts';
import { begunUpload, fileAddress, ofFile, ofMemberFile, takenOverFile, uploadBody } from '../file.ts';
import type { Route } from '../route.ts';

/** Pictures and greetings: uploaded past the API, looked at, and then used by a member's sections (C-51, D-8, D-10). */
export const files = {
  upload: {
    operationId: 'uploadFile',
    method: 'POST',
    path: '/v1/accounts/{accountId}/files',
    summary: 'Begin to upload a picture or a greeting',
    description: `Answers where to send the file. Then have it taken over, and name it by its id in a section of a member. A file that nobody uses within a day is removed; one member can have begun ${MOST_UNUSED_FILES} such files at a time.`,
    params: inAccount,
    query: nothing,
    body: uploadBody,
    success: answers(201, 'What to send, and where.', begunUpload),
    problems: ['idempotency-key-reused', 'too-many-files'],
  },
  takeOver: {
    operationId: 'takeOverFile',
    method: 'POST',
    path: '/v1/accounts/{accountId}/files/{fileId}/acceptance',
    summary: 'Have a file of one’s own taken over',
    description:
      'Looks at what was uploaded, whatever its name says, and keeps only what it is for. What is refused is removed at once: begin another upload. A repeat answers the same.',
    params: ofFile,
    query: nothing,
    success: answers(200, 'What is kept of it.', takenOverFile),
    problems: ['file-not-uploaded', 'file-refused'],
  },
  readOfMember: {
    operationId: 'readMemberFile',
    method: 'GET',
    path: '/v1/accounts/{accountId}/members/{userId}/files/{fileId}',
    summary: 'See a picture, or hear a greeting, of a member',
    description: 'Answers an address of which nobody has to ask who calls; it works for five minutes.',
    params: ofMemberFile,
    query: nothing,
    success: answers(200, 'Where it is.', fileAddress),
    problems: [],
  },
} as const satisfies Record<string, Route>;
