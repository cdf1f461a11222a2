import { describe, expect, it } from 'vitest';
import { ExtensionTaken } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { outcomes } from './member-samples.ts';
import { offerFor } from './offer-samples.ts';
import { DUE, given, newRun, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const EXTENSION = { pointer: '/profile/extension', detail: 'belongs to another member of the account' };

const dialled = (extension: string) => request({ profile: { extension } });

export const extensionsContract = (open: OpenStore): void => {
  describe('extensions', () => {
    it('AP-53 D-14 are claimed by a run, one of each in an account', async () => {
      const { ports } = open();
      const { accountId } = await given(ports).run(newId('account'), dialled('101'));
      const next = newRun(accountId, dialled('101'));
      const refusal = await ports.runs.start(next, DUE, stampAt()).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(ExtensionTaken);
      expect(refusal).toMatchObject({ faults: [EXTENSION] });
      expect(await ports.runs.read(next)).toBeUndefined();
      await expect(given(ports).run(accountId, dialled('102'))).resolves.toBeDefined();
      await expect(given(ports).run(newId('account'), dialled('101'))).resolves.toBeDefined();
    });

    it('AP-53 D-14 C-49 are refused together with email and login ID, all of them named', async () => {
      const { ports } = open();
      const run = await given(ports).run(newId('account'), dialled('101'));
      const { profile } = run.sections;
      const detail = 'belongs to a user who exists already';
      await expect(
        ports.runs.start(newRun(run.accountId, run.sections), DUE, stampAt()),
      ).rejects.toMatchObject({
        code: 'user-exists',
        faults: [{ pointer: '/profile/email', detail }, { pointer: '/profile/loginId', detail }, EXTENSION],
      });
      const asked = request({ profile: { loginId: profile.loginId, extension: '101' } });
      await expect(ports.runs.start(newRun(run.accountId, asked), DUE, stampAt())).rejects.toMatchObject({
        code: 'login-id-taken',
        faults: [{ pointer: '/profile/loginId', detail }, EXTENSION],
      });
    });

    it('AP-53 D-14 of two runs that want one at once, one has it', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const results = await outcomes([1, 2].map(() => given(ports).run(accountId, dialled('101'))));
      expect(results.sort()).toEqual(['done', 'extension-taken']);
    });

    it('AP-53 D-14 X-19 are claimed by offers too', async () => {
      const { ports } = open();
      const accountId = newId('account');
      await given(ports).run(accountId, dialled('101'));
      const { run } = await offerFor(ports, accountId);
      const asked = (extension: string) => ({
        ...run,
        sections: { ...run.sections, profile: { ...run.sections.profile, extension } },
      });
      await expect(ports.runs.start(asked('101'), DUE, stampAt())).rejects.toThrow(ExtensionTaken);
      await ports.runs.start(asked('102'), DUE, stampAt());
      await expect(given(ports).run(accountId, dialled('102'))).rejects.toThrow(ExtensionTaken);
    });

    it('AP-54 D-14 move with a corrected run: the former one is free, one that is taken is refused', async () => {
      const { ports } = open();
      const accountId = newId('account');
      await given(ports).run(accountId, dialled('102'));
      const run = await given(ports).failedRun(accountId, dialled('101'));
      const corrected = (extension: string) => ({
        sections: { ...run.sections, profile: { ...run.sections.profile, extension } },
      });
      await expect(ports.runs.resume(run, corrected('102'), DUE, stampAt())).rejects.toMatchObject({
        code: 'extension-taken',
        faults: [{ ...EXTENSION, pointer: '/sections/profile/extension' }],
      });
      expect(await ports.runs.read(run)).toMatchObject({ status: 'failed', attempt: 1 });
      await ports.runs.resume(run, corrected('103'), DUE, stampAt());
      await expect(given(ports).run(accountId, dialled('101'))).resolves.toBeDefined();
      await expect(given(ports).run(accountId, dialled('103'))).rejects.toThrow(ExtensionTaken);
    });

    it('AP-59 D-14 are free again when the run is discarded', async () => {
      const { ports } = open();
      const run = await given(ports).failedRun(newId('account'), dialled('101'));
      await ports.runs.beginDiscard(run, DUE, stampAt());
      await expect(given(ports).run(run.accountId, dialled('101'))).rejects.toThrow(ExtensionTaken);
      await ports.runs.endDiscard(run, stampAt());
      await expect(given(ports).run(run.accountId, dialled('101'))).resolves.toBeDefined();
    });
  });
};
