import type { Member } from '../api/members.ts';
import { useWords } from '../language/language-provider.tsx';
import classes from './member-form.module.css';
import { MEMBER_FORM_WORDS } from './member-form-words.ts';
import { ReadValue } from './read-value.tsx';
import { useSettingWords } from './setting-words.ts';
import type { Setting } from './settings.ts';
import { valueAt } from './values.ts';

interface ReadRowProps {
  readonly member: Member;
  readonly setting: Setting;
}

/** What counts for a member who has nothing of their own: the account's setting, or else what it is unless told. */
const elseOf = ({ effective }: Member, { pointer, default: unlessTold }: Setting): unknown => {
  const { callerId, dialing, notifications } = effective;
  const known: unknown = valueAt({ dialing: { ...dialing, callerId }, employee: { notifications } }, pointer);
  return known ?? unlessTold;
};

/** A field to read: its name and what is there. */
export const ReadRow = ({ member, setting }: ReadRowProps) => {
  const words = useWords(MEMBER_FORM_WORDS);
  const { title } = useSettingWords(setting);
  const own = valueAt(member.sections, setting.pointer);
  const inherited = own === undefined ? elseOf(member, setting) : undefined;
  const isDefault = inherited !== undefined && !(Array.isArray(inherited) && inherited.length === 0);
  return (
    <div className={classes.row}>
      <dt>{title}</dt>
      <dd>
        <ReadValue setting={setting} value={own ?? inherited} />
        {isDefault && <span className={classes.hint}> ({words.byDefault})</span>}
      </dd>
    </div>
  );
};
