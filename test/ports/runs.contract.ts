import { describe, expect, it } from 'vitest';
import { LoginIdTaken, RunNotFailed, UserExists } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { DUE, given, idempotency, LATER, newRun, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const EMAIL = { pointer: '/profile/email', detail: 'belongs to a user who exists already' };
const LOGIN_ID = { pointer: '/profile/loginId', detail: 'belongs to a user who exists already' };

export const runsContract = (open: OpenStore): void => {
  describe('runs that start', () => {
    it('AP-50 AP-53 stores a run with its request, and reads it back', async () => {
      const { ports } = open();
      const run = newRun(newId('account'));
      expect(await ports.runs.start(run, DUE, stampAt())).toEqual({});
      expect(await ports.runs.read(run)).toEqual({ ...run, dueAt: DUE });
    });

    it('AP-50 finds no run of another account', async () => {
      const { ports } = open();
      const run = await given(ports).run();
      expect(await ports.runs.read({ accountId: newId('account'), runId: run.runId })).toBeUndefined();
    });

    it('AP-53 D-31 refuses an email that is claimed, in whatever account, and says where it stands', async () => {
      const { ports } = open();
      const { email } = (await given(ports).run()).sections.profile;
      const next = newRun(newId('account'), request({ profile: { email } }));
      await expect(ports.runs.start(next, DUE, stampAt())).rejects.toMatchObject({
        code: new UserExists([]).code,
        faults: [EMAIL],
      });
      expect(await ports.runs.read(next)).toBeUndefined();
    });

    it('AP-53 C-49 refuses a login ID that is claimed, and leaves the email free', async () => {
      const { ports } = open();
      const { loginId } = (await given(ports).run()).sections.profile;
      const next = newRun(newId('account'), request({ profile: { loginId } }));
      const refusal = await ports.runs.start(next, DUE, stampAt()).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(LoginIdTaken);
      expect(refusal).toMatchObject({ faults: [LOGIN_ID] });
      const { email } = next.sections.profile;
      expect(
        await ports.runs.start(newRun(next.accountId, request({ profile: { email } })), DUE, stampAt()),
      ).toEqual({});
    });

    it('AP-53 reports both faults when both are claimed', async () => {
      const { ports } = open();
      const { sections } = await given(ports).run();
      await expect(
        ports.runs.start(newRun(newId('account'), sections), DUE, stampAt()),
      ).rejects.toMatchObject({ code: 'user-exists', faults: [EMAIL, LOGIN_ID] });
    });
  });

  describe('runs that are resumed', () => {
    it('AP-54 lets a failed run go on, one attempt more, with the request as corrected', async () => {
      const { ports } = open();
      const run = await given(ports).failedRun();
      const sections = { ...run.sections, licenses: { kinds: ['lmp', 'voip'] as const } };
      const corrected = { sections: { ...sections, licenses: { kinds: [...sections.licenses.kinds] } } };
      expect(await ports.runs.resume(run, corrected, LATER, stampAt())).toEqual({});
      const found = await ports.runs.read(run);
      expect(found).toMatchObject({ status: 'running', attempt: 2, dueAt: LATER, ...corrected });
      expect(found?.failure).toBeUndefined();
    });

    it('AP-54 remembers the work that a corrected request no longer names', async () => {
      const { ports } = open();
      const run = await given(ports).failedRun();
      const formerWork = [{ kind: 'campaign', key: 'spring' } as const];
      await ports.runs.resume(run, { sections: run.sections, formerWork }, DUE, stampAt());
      expect(await ports.runs.read(run)).toMatchObject({ formerWork });
    });

    it('AP-54 moves the claims with a corrected email and login ID, and frees the former ones', async () => {
      const { ports } = open();
      const run = await given(ports).failedRun();
      const sections = request({ profile: { firstName: 'Eva' } });
      await ports.runs.resume(run, { sections }, DUE, stampAt());
      expect(await ports.runs.read(run)).toMatchObject({ name: 'Eva Ruiz', sections });
      await expect(given(ports).run(run.accountId, sections)).rejects.toThrow(UserExists);
      await expect(given(ports).run(run.accountId, run.sections)).resolves.toBeDefined();
    });

    it.each([
      ['email', UserExists],
      ['loginId', LoginIdTaken],
    ] as const)(
      'AP-54 refuses a corrected %s that is claimed, and changes nothing',
      async (name, refusal) => {
        const { ports } = open();
        const other = await given(ports).run();
        const run = await given(ports).failedRun();
        const profile = { ...run.sections.profile, [name]: other.sections.profile[name] };
        const failure = await ports.runs
          .resume(run, { sections: { ...run.sections, profile } }, DUE, stampAt())
          .catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(refusal);
        expect(failure).toMatchObject({ faults: [{ pointer: `/sections/profile/${name}` }] });
        expect(await ports.runs.read(run)).toMatchObject({ status: 'failed', attempt: 1 });
      },
    );

    it('AP-54 refuses a run that has not failed, and one that was resumed meanwhile', async () => {
      const { ports } = open();
      const running = await given(ports).run();
      await expect(ports.runs.resume(running, running, DUE, stampAt())).rejects.toThrow(RunNotFailed);
      const failed = await given(ports).failedRun();
      await ports.runs.resume(failed, failed, DUE, stampAt());
      await expect(ports.runs.resume(failed, failed, DUE, stampAt())).rejects.toThrow(RunNotFailed);
      expect(await ports.runs.read(failed)).toMatchObject({ attempt: 2 });
    });

    it('AP-54 AP-05 resumes once under one key, and a repeat names the run', async () => {
      const { ports } = open();
      const run = await given(ports).failedRun();
      const key = idempotency();
      await ports.runs.resume(run, run, DUE, stampAt(), key);
      expect(await ports.runs.resume(run, run, DUE, stampAt(), key)).toEqual({ replayOf: run.runId });
      expect(await ports.runs.read(run)).toMatchObject({ attempt: 2 });
    });
  });
};
