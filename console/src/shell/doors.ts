import { CreditCard, FolderTree, ListChecks, Settings2, ShieldCheck, Ticket, Users } from 'lucide-react';
import type { ComponentType } from 'react';
import { addressesIn } from '../addresses.ts';
import type { Membership } from '../api/me.ts';
import type { SHELL_WORDS } from './words.ts';

type Room = keyof (typeof SHELL_WORDS)['en']['rooms'];

export interface Door<Where extends string = Room> {
  readonly room: Where;
  readonly to: string;
  readonly icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
}

export type AccountRoom = Exclude<Room, 'home' | 'me'>;

/** The rooms of an account, each with the call that it cannot do without: who may not make it, has no door to it. */
export const doorsIn = ({ accountId, endpoints }: Membership): readonly Door<AccountRoom>[] => {
  const rooms = addressesIn(accountId);
  const doors = [
    { needs: 'listMembers', room: 'users', to: rooms.users, icon: Users },
    { needs: 'listOnboardings', room: 'runs', to: rooms.runs, icon: ListChecks },
    { needs: 'readBilling', room: 'licenses', to: rooms.licenses, icon: Ticket },
    { needs: 'listStatements', room: 'statements', to: rooms.statements, icon: CreditCard },
    { needs: 'listRoles', room: 'roles', to: rooms.roles, icon: ShieldCheck },
    { needs: 'listFolders', room: 'folders', to: rooms.folders, icon: FolderTree },
    { needs: 'changeAccountSettings', room: 'settings', to: rooms.settings, icon: Settings2 },
  ] as const;
  return doors.filter(({ needs }) => endpoints.includes(needs));
};
