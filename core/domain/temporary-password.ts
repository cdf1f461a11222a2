import { randomText } from './random-text.ts';

/** The temporary password of an invitation: it stands in the invitation's link. */
export const temporaryPassword = (): string => randomText(20);
