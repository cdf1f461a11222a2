import { fetchMFAPreference, setUpTOTP, updateMFAPreference, verifyTOTPSetup } from 'aws-amplify/auth';
import { type Refusal, refusalOf } from './refusal.ts';

/** The authenticator app (TOTP) of whoever is signed in. */
export interface Authenticator {
  readonly isOn: () => Promise<boolean>;
  /** What the app has to know: to be shown, and as the address of a code to scan. */
  readonly begin: (account: string) => Promise<{ readonly secret: string; readonly address: string }>;
  readonly finish: (code: string) => Promise<'on' | Refusal>;
  readonly turnOff: () => Promise<void>;
}

export const isOn: Authenticator['isOn'] = async () =>
  (await fetchMFAPreference()).enabled?.includes('TOTP') ?? false;

export const begin: Authenticator['begin'] = async (account) => {
  const { sharedSecret, getSetupUri } = await setUpTOTP();
  return { secret: sharedSecret, address: getSetupUri('Rollcall', account).href };
};

export const finish: Authenticator['finish'] = async (code) => {
  try {
    await verifyTOTPSetup({ code });
    await updateMFAPreference({ totp: 'PREFERRED' });
    return 'on';
  } catch (error) {
    return refusalOf(error);
  }
};

export const turnOff: Authenticator['turnOff'] = () => updateMFAPreference({ totp: 'DISABLED' });
