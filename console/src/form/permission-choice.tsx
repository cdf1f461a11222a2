import { Checkbox } from '@mantine/core';
import { useAccount } from '../api/account.tsx';
import type { Catalogue } from '../api/catalogue.ts';
import { useRightHelp, useRightNames } from '../api/right-names.ts';
import { useWords } from '../language/language-provider.tsx';
import { useFormats } from '../language/use-formats.ts';
import { HelpTip } from '../parts/help-tip.tsx';
import classes from './picker.module.css';
import { PICKER_WORDS } from './picker-words.ts';

interface PermissionChoiceProps {
  readonly facts: Catalogue['permissions'][number];
  readonly isChosen: boolean;
  /** What is there with this one, by choice or by itself. */
  readonly there: ReadonlySet<string>;
  /** Where it comes from without being chosen: “From the role Call agent”. */
  readonly from?: string | undefined;
  readonly fault?: string | undefined;
  readonly readOnly: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

/** A permission to tick, with its help and what it needs besides (C-14, C-29). */
export const PermissionChoice = ({
  facts,
  isChosen,
  there,
  from,
  fault,
  readOnly,
  onChange,
}: PermissionChoiceProps) => {
  const words = useWords(PICKER_WORDS);
  const names = useRightNames();
  const helpOf = useRightHelp();
  const { list } = useFormats();
  const { membership } = useAccount();
  const { permission, requires, combinedWith, managersOnly, help } = facts;
  const held: readonly string[] = membership.permissions;
  const isHeld = held.includes(permission);
  const isThere = isChosen || from !== undefined;
  const lacking = isThere ? requires.filter((other) => !there.has(other)) : requires;
  const hints = [
    ...(from === undefined ? [] : [from]),
    ...(lacking.length === 0 ? [] : [words.needs(list(lacking.map(names.permission)))]),
    ...(combinedWith === undefined
      ? []
      : [
          words.together(
            names.permission(combinedWith.permission),
            words.gives[permission] ?? combinedWith.gives,
          ),
        ]),
    ...(managersOnly ? [words.managersOnly] : []),
    ...(isHeld ? [] : [words.notHeld]),
  ];
  return (
    <div className={classes.choice}>
      <Checkbox
        label={names.permission(permission)}
        description={hints.length === 0 ? undefined : hints.join(' ')}
        checked={isThere}
        disabled={readOnly || !isHeld || (from !== undefined && !isChosen)}
        onChange={(event) => onChange(event.currentTarget.checked)}
        error={fault}
      />
      <HelpTip name={names.permission(permission)} text={helpOf('permissions', permission, help)} />
    </div>
  );
};
