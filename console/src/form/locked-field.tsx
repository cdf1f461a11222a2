import { Lock } from 'lucide-react';
import { useAccount } from '../api/account.tsx';
import { useMe } from '../api/me.ts';
import type { Member } from '../api/members.ts';
import { useRightNames } from '../api/right-names.ts';
import { useWords } from '../language/language-provider.tsx';
import { useFormats } from '../language/use-formats.ts';
import classes from './member-form.module.css';
import { MEMBER_FORM_WORDS } from './member-form-words.ts';
import { ReadValue } from './read-value.tsx';
import { useSettingWords } from './setting-words.ts';
import type { Setting } from './settings.ts';

interface LockedFieldProps {
  readonly member: Member;
  readonly setting: Setting;
  readonly value: unknown;
}

/** A field that whoever asks may not change, and who may (D-35, D-36). */
export const LockedField = ({ member, setting, value }: LockedFieldProps) => {
  const words = useWords(MEMBER_FORM_WORDS);
  const { title } = useSettingWords(setting);
  const { membership } = useAccount();
  const names = useRightNames();
  const { list } = useFormats();
  const isMe = useMe().userId === member.userId;
  const { ownerOnly, permissions, membersNeed } = setting.changedBy;
  const held: readonly string[] = membership.permissions;
  // What a permission of one's own would give (C-60) is nearer than managing others.
  const needed = isMe && membersNeed !== undefined ? [membersNeed] : permissions;
  const lacking = needed.filter((permission) => !held.includes(permission));
  const why = () => {
    if (ownerOnly && !member.owner.isThisAccount)
      return words.onlyOwner(member.owner.name ?? words.anotherAccount);
    return lacking.length > 0 ? words.needs(list(lacking.map(names.permission))) : words.notYours;
  };
  return (
    <div className={classes.locked} data-wide={setting.type === 'group' || undefined}>
      <dl className={classes.lockedList}>
        <dt>{title}</dt>
        <dd>
          <ReadValue setting={setting} value={value} />
        </dd>
      </dl>
      <div className={classes.why}>
        <Lock size={12} aria-hidden />
        {why()}
      </div>
    </div>
  );
};
