import type { MemberLicenses } from '../../api/licenses.ts';

type SeatState = MemberLicenses['licenses'][number]['state'];

/** What is said here, in any language. */
export interface HelpWords {
  readonly licenses: string;
  readonly states: Readonly<Record<SeatState, string>>;
  readonly none: string;
  readonly free: (free: number, owned: number) => string;
  readonly place: (since: string, ahead: number) => string;
  readonly assign: (license: string) => string;
  readonly takeBack: (license: string) => string;
  readonly assignIt: string;
  readonly takeItBack: string;
  readonly takeBackText: (name: string, license: string) => string;
  readonly takeBackBase: (name: string) => string;
  readonly reactivate: string;
  readonly reactivateText: string;
  readonly buy: string;
  readonly features: string;
  readonly featuresHelp: string;
  readonly turnOn: string;
  readonly turnOff: string;
  readonly frees: (licenses: string) => string;
  readonly takes: (licenses: string) => string;
  readonly waitsFor: (licenses: string) => string;
  readonly missing: (licenses: string) => string;
  readonly changesNothing: string;
  readonly sessions: string;
  readonly noSession: string;
  readonly began: string;
  readonly seen: string;
  readonly takesSeats: string;
  readonly signOut: string;
  readonly signOutText: (name: string) => string;
  readonly more: string;
  readonly typed: string;
  readonly typedHelp: string;
  readonly address: string;
  readonly addressHelp: string;
  readonly diagnose: string;
  readonly canSignIn: string;
  readonly cannotSignIn: string;
  readonly canCall: string;
  readonly cannotCall: string;
  readonly causes: string;
  readonly nothingWrong: string;
  readonly blocks: Readonly<Record<'sign-in' | 'calls' | 'nothing', string>>;
  readonly mend: Readonly<Record<string, string>>;
}
