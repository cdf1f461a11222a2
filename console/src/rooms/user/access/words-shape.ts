import type { Access, AccessPreview } from '../../../api/member-access.ts';

type Warning = AccessPreview['warnings'][number]['code'];

/** What is said here, in any language. */
export interface AccessWords {
  readonly title: string;
  readonly change: string;
  readonly save: string;
  readonly cancel: string;
  readonly role: string;
  readonly noRole: string;
  readonly byHand: string;
  readonly byFolder: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<Access['designation'], string>>;
  readonly folder: string;
  readonly dataView: string;
  readonly site: string;
  readonly from: Readonly<Record<'hand' | 'role' | 'agency-role', string>>;
  readonly dataViews: Readonly<Record<Access['dataViewLevel'], string>>;
  readonly sites: Readonly<Record<Access['sitePermissionLevel'], string>>;
  readonly asRole: string;
  readonly groups: string;
  readonly networks: string;
  readonly networksHelp: string;
  readonly anywhere: string;
  readonly affiliate: string;
  readonly agency: string;
  readonly agencyHelp: string;
  readonly none: string;
  readonly lists: string;
  readonly permissions: string;
  readonly permission: string;
  readonly pages: string;
  readonly page: string;
  readonly comesFrom: string;
  readonly noEffect: (lacks: string) => string;
  readonly endpoints: (count: number) => string;
  readonly endpoint: string;
  readonly openedBy: string;
  readonly nothing: string;
  readonly sources: {
    readonly role: (name: string, by: 'hand' | 'folder' | undefined) => string;
    readonly folder: (name: string) => string;
    readonly grant: string;
    readonly permission: (name: string) => string;
    readonly agency: (name: string) => string;
  };
  readonly manual: string;
  readonly manualHelp: string;
  readonly notGivable: string;
  readonly preview: string;
  readonly noChange: string;
  readonly adds: string;
  readonly takesAway: string;
  readonly more: (count: number) => string;
  readonly sameRights: string;
  readonly refused: string;
  readonly warnings: Readonly<Record<Warning, string>>;
  readonly confirm: (what: string) => string;
  readonly confirmAll: string;
  readonly meanwhile: string;
  readonly saved: string;
}
