import {
  BadCredentials,
  Busy,
  IdentityRefused,
  LoginIdTaken,
  NoPasswordYet,
} from '../../../core/domain/errors.ts';
import { executionName } from '../../../core/domain/run.ts';
import type {
  ApiSignIn,
  AttemptRef,
  Clock,
  Identity,
  Log,
  Mailer,
  Workflow,
} from '../../../core/usecases/ports.ts';
import type { Database, Invitation, SignIn } from './database.ts';

export const inMemoryIdentity = (
  { signIns, apiSecrets, users }: Database,
  outbox: Invitation[],
): Identity => {
  const holderOf = (test: (signIn: SignIn) => boolean): string | undefined =>
    [...signIns].find(([, signIn]) => test(signIn))?.[0];

  return {
    async find(userId) {
      const signIn = signIns.get(userId);
      if (signIn === undefined) return 'missing';
      return signIn.state ?? (users.get(userId)?.acceptedAt === undefined ? 'invited' : 'confirmed');
    },
    async createUser({ userId, email, language, firstName }) {
      const holder = holderOf((signIn) => signIn.email === email);
      if (holder !== undefined && holder !== userId) throw new IdentityRefused();
      signIns.set(userId, { ...signIns.get(userId), email, language, firstName });
    },
    async updateUser({ userId, email, language, firstName, loginId }) {
      const signIn = signIns.get(userId);
      if (signIn === undefined) return;
      const holder = holderOf(
        (other) =>
          other !== signIn && (other.email === email || (loginId !== undefined && other.loginId === loginId)),
      );
      if (holder !== undefined) throw new Busy();
      signIns.set(userId, { ...signIn, email, language, firstName, ...(loginId && { loginId }) });
    },
    async invite({ userId, temporaryPassword, accountName }) {
      const signIn = signIns.get(userId);
      if (signIn === undefined) throw new IdentityRefused();
      signIns.set(userId, { ...signIn, temporaryPassword });
      outbox.push({ userId, email: signIn.email, temporaryPassword, accountName });
    },
    async setLoginId(userId, loginId) {
      const holder = holderOf((signIn) => signIn.loginId === loginId);
      if (holder !== undefined && holder !== userId) throw new LoginIdTaken([]);
      const signIn = signIns.get(userId);
      if (signIn !== undefined) signIns.set(userId, { ...signIn, loginId });
    },
    async resetPassword(userId) {
      const signIn = signIns.get(userId);
      if (signIn === undefined) throw new IdentityRefused();
      if (users.get(userId)?.acceptedAt === undefined) throw new NoPasswordYet();
      signIns.set(userId, { ...signIn, resets: (signIn.resets ?? 0) + 1 });
    },
    async signOut(userId) {
      const signIn = signIns.get(userId);
      if (signIn !== undefined) signIns.set(userId, { ...signIn, signOuts: (signIn.signOuts ?? 0) + 1 });
    },
    async removeUser(userId) {
      signIns.delete(userId);
      apiSecrets.delete(userId);
    },
  };
};

export const inMemoryApiSignIn = ({ apiSecrets }: Database): ApiSignIn => ({
  async setApiSecret(apiUserId, secret) {
    apiSecrets.set(apiUserId, secret);
  },
  async issueToken(apiUserId, secret) {
    if (apiSecrets.get(apiUserId) !== secret) throw new BadCredentials();
    return { accessToken: `token of ${apiUserId}`, expiresInSeconds: 900 };
  },
});

/** Keeps the mails of our own. */
export const inMemoryMailer = () => {
  const mails: Parameters<Mailer['send']>[0][] = [];
  const mailer: Mailer = {
    async send(mail) {
      mails.push(mail);
    },
  };
  return { mailer, mails };
};

/** The executions that were started, by name. A test says when one has ended. */
export const inMemoryWorkflow = () => {
  const executions = new Map<string, AttemptRef & { hasEnded: boolean }>();
  const workflow: Workflow = {
    async start(ref) {
      const name = executionName(ref);
      if (executions.get(name)?.hasEnded) return 'ended';
      const { accountId, runId, attempt } = ref;
      executions.set(name, { accountId, runId, attempt, hasEnded: false });
      return 'started';
    },
  };
  const end = (ref: AttemptRef): void => {
    const { accountId, runId, attempt } = ref;
    executions.set(executionName(ref), { accountId, runId, attempt, hasEnded: true });
  };
  return { workflow, executions, end };
};

/** A clock that stands still until a test moves it. */
export const movableClock = (start = '2026-06-01T09:00:00.000Z') => {
  let milliseconds = Date.parse(start);
  const clock: Clock = {
    now: () => new Date(milliseconds),
    sleepUntil: async (moment) => {
      milliseconds = Math.max(milliseconds, moment.getTime());
    },
  };
  const move = (by: number): void => {
    milliseconds += by;
  };
  return { clock, move };
};

/** Keeps what was told to operators. */
export const inMemoryLog = () => {
  const lines: { code: string; details: Parameters<Log>[1] }[] = [];
  const log: Log = (code, details) => {
    lines.push({ code, details });
  };
  return { log, lines };
};
