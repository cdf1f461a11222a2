import { accountSettings } from '../domain/account-settings.ts';
import { docs } from '../domain/docs.ts';
import { patchOf } from '../domain/patch.ts';

export const accountDefaultsPatch = patchOf(accountSettings).register(docs, {
  id: 'AccountSettingsPatch',
  description:
    'The fields that are to change, each as a whole; null takes it away, or back to what an account begins with.',
});
