import { ADDRESSES } from '../../addresses.ts';
import { useMe } from '../../api/me.ts';

interface Place {
  readonly to: string;
  readonly state: { readonly welcome: true } | null;
}

/** The home page, which says that one is in. */
export const WELCOMED: Place = { to: ADDRESSES.home, state: { welcome: true } };

/** Where the welcome goes on after the profile: administrators are asked about themselves, once (E-23). */
export const useNextOfWelcome = (): Place =>
  useMe().asks.includes('extra-profile') ? { to: ADDRESSES.aboutYou, state: null } : WELCOMED;
