import type { App } from '../apps.ts';
import type { LicenseKind } from '../licenses.ts';
import type { Remedy } from '../remedy.ts';
import { DomainError } from './domain-error.ts';

/** A license that a sign-in needs, and no seat of it is free. */
export interface MissingLicense {
  kind: LicenseKind;
  name: string;
  /** The installed app that needs it, if it is for an app. */
  app?: App | undefined;
  purchased: number;
  inUse: number;
  /** Whose sessions have the seats: as far as whoever asks is entitled to know. */
  holders: readonly { userId: string; sessionId: string; name: string; since: string }[];
}

/** The “license acquisition error” of a sign-in (C-44), with what can be done about it (C-45). */
export class LicenseAcquisition extends DomainError {
  readonly code = 'license-acquisition';
  readonly licenses: readonly MissingLicense[];
  override readonly remedies: readonly Remedy[];
  constructor(licenses: readonly MissingLicense[], remedies: readonly Remedy[]) {
    const names = licenses.map(({ name }) => name).join(', ');
    super(`All seats are in use of: ${names}. Whoever cannot mend that themselves asks an administrator.`);
    this.licenses = licenses;
    this.remedies = remedies;
  }
}
