import { newId } from '../../../core/domain/ids.ts';
import { png } from '../../ports/file-samples.ts';
import { conditionally, HERE, postOf, welcome } from '../access/people.ts';
import { type Answer, type Office, type OfficeCloud, openOffice, unique } from '../office.ts';

export type Call = Office['call'];

/** One thing of each kind that an account has, all of it in one folder. */
export interface Things {
  accountId: string;
  folderId: string;
  userId: string;
  email: string;
  runId: string;
  role: string;
  groupId: string;
  apiUserId: string;
  /** Of a session that has ended: who is signed in at the moment is not of the furniture. */
  sessionId: string;
  /** The picture of the member. */
  fileId: string;
  kind: 'queue';
  /** Of a queue, and of a schedule. */
  key: string;
  /** This one, of which every account has a statement. */
  month: string;
}

/** Ids that nothing has. */
export const idsOfNothing = (): Things => ({
  accountId: newId('account'),
  folderId: newId('folder'),
  userId: newId('user'),
  email: 'nobody@example.com',
  runId: newId('run'),
  role: newId('role'),
  groupId: newId('group'),
  apiUserId: newId('apiUser'),
  sessionId: newId('session'),
  fileId: newId('file'),
  kind: 'queue',
  key: 'nothing',
  month: '1999-12',
});

/** An account with things in two of its folders; `office.call` is its administrator's. */
export interface House {
  office: Office;
  own: Things;
  other: Things;
}

/** What an answer holds. Throws unless it is one that something was done. */
export const bodyOf = ({ status, body }: Answer): Answer['body'] => {
  if (status >= 300) throw new Error(`refused: ${status} ${JSON.stringify(body)}`);
  return body;
};

/** A run that no plan can serve: it parks at its second step. */
export const parkRun = async (
  { accountId, call, follow }: Office,
  { folderId, role }: Pick<Things, 'folderId' | 'role'>,
): Promise<string> => {
  const post = { profile: { folderId }, permissions: { role }, licenses: { kinds: ['lmp', 'fax'] } };
  const { runId } = bodyOf(await call('POST', `/accounts/${accountId}/onboardings`, postOf(post)));
  const { status } = await follow(runId);
  if (status !== 'failed') throw new Error(`the run is ${status}`);
  return runId;
};

const uploadPicture = async ({ accountId, call }: Office): Promise<string> => {
  const files = `/accounts/${accountId}/files`;
  const { fileId, upload } = bodyOf(await call('POST', files, { purpose: 'picture' }));
  const form = new FormData();
  for (const [name, value] of Object.entries<string>(upload.fields)) form.append(name, value);
  form.append('file', new Blob([Uint8Array.from(png())]));
  await fetch(upload.url, { method: 'POST', body: form });
  bodyOf(await call('POST', `${files}/${fileId}/acceptance`));
  return fileId;
};

const furnishFolder = async (cloud: OfficeCloud, office: Office, role: string): Promise<Things> => {
  const { accountId, call } = office;
  const post = async (path: string, body: unknown) =>
    bodyOf(await call('POST', `/accounts/${accountId}/${path}`, body));
  const { folderId } = await post('folders', { name: `Folder ${unique()}` });
  const { groupId } = await post('groups', { name: `Group ${unique()}`, folders: [folderId] });
  const fileId = await uploadPicture(office);
  const program = { name: 'Sync', endpoints: ['readMember'], allowedNetworks: HERE };
  const [member, runId, { apiUserId }] = await Promise.all([
    welcome(cloud, office, {
      profile: { folderId },
      permissions: { role },
      employee: { picture: fileId },
    }),
    parkRun(office, { folderId, role }),
    post('api-users', program),
  ]);
  const { userId, email } = member;
  const sessions = `${member.path}/sessions`;
  const { sessionId } = bodyOf(await member.call('POST', sessions));
  bodyOf(await member.call('DELETE', `${sessions}/${sessionId}`));
  const list = { kind: 'queue' as const, key: `queue-${unique()}` };
  await office.furnish([list]);
  const hours = [{ day: 'monday', from: '09:00', to: '17:00' }];
  const schedule = { key: list.key, name: 'Mondays', timeZone: 'America/Chicago', hours };
  await post('assets/schedule', schedule);
  const path = `/accounts/${accountId}/access-lists/queue/${list.key}`;
  bodyOf(await conditionally(call, 'PUT', path, { subjects: [groupId] }));
  const month = new Date().toISOString().slice(0, 7);
  return {
    accountId,
    folderId,
    userId,
    email,
    runId,
    role,
    groupId,
    apiUserId,
    sessionId,
    fileId,
    ...list,
    month,
  };
};

/** Gives an account a role of its own, which everybody can give who may give roles, and things in two folders. */
const furnish = async (cloud: OfficeCloud, office: Office): Promise<House> => {
  const fields = { name: 'Dialer', designation: 'agent', permissions: ['use-sip'] };
  const { role } = bodyOf(await office.call('POST', `/accounts/${office.accountId}/roles`, fields));
  const [own, other] = await Promise.all([
    furnishFolder(cloud, office, role),
    furnishFolder(cloud, office, role),
  ]);
  return { office, own, other };
};

/** Two accounts of one agency, of which the administrator of `sister` is administrator, and one of another agency. */
export const openHouses = async (cloud: OfficeCloud) => {
  const agencyId = newId('agency');
  const sister = await openOffice(cloud, { agency: { agencyId, name: 'Northern Agency' } });
  const [home, stranger] = await Promise.all([
    openOffice(cloud, { agency: { agencyId } }),
    openOffice(cloud, { agency: { agencyId: newId('agency'), name: 'Southern Agency' } }),
  ]);
  const furnished = [home, sister, stranger].map((office) => furnish(cloud, office));
  const [first, second, third] = await Promise.all(furnished);
  if (first === undefined || second === undefined || third === undefined) throw new Error('unreachable');
  return { home: first, sister: second, stranger: third };
};

export type Houses = Awaited<ReturnType<typeof openHouses>>;
