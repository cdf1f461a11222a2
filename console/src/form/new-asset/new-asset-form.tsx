import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Asset, useMakeAsset } from '../../api/assets.ts';
import { isProblem } from '../../api/problem.ts';
import { useLanguage, useWords } from '../../language/language-provider.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ChooseOne } from '../editors/choose.tsx';
import { ownTimeZone, timeZonesIn } from '../editors/time-zones.ts';
import { textOf } from '../values.ts';
import { HoursFields } from './hours-fields.tsx';
import { keyOf } from './key-of.ts';
import { faultsOfHours, hoursOf, OFFICE_HOURS } from './week-hours.ts';
import { type MadeKind, NEW_ASSET_WORDS } from './words.ts';

interface NewAssetFormProps {
  readonly kind: MadeKind;
  readonly onMade: (asset: Asset) => void;
  readonly onCancel: () => void;
}

const REQUIRED = { required: true };

/** What stands at its field. */
const FIELD = /^\/(?:name|userName|timeZone|hours)\b/;

/** Makes a schedule or a SIP client where one is wanted (D-15, D-16). */
export default function NewAssetForm({ kind, onMade, onCancel }: NewAssetFormProps) {
  const words = useWords(NEW_ASSET_WORDS);
  const { locale } = useLanguage();
  const [name, setName] = useState('');
  const [userName, setUserName] = useState('');
  const [timeZone, setTimeZone] = useState(ownTimeZone);
  const [week, setWeek] = useState([OFFICE_HOURS]);
  const { mutate, isPending, error } = useMakeAsset();
  const faults = isProblem(error) ? error.faults : [];
  const faultAt = (pointer: string) => faults.find((fault) => fault.pointer === pointer)?.detail;
  const areAtFields = faults.length > 0 && faults.every(({ pointer }) => FIELD.test(pointer));
  const said =
    kind === 'schedule'
      ? { kind, fields: { name, timeZone, hours: hoursOf(week) } }
      : { kind, fields: { name, userName } };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The form that it is wanted in is not sent with it.
    event.stopPropagation();
    mutate({ ...said, key: keyOf(name, kind) }, { onSuccess: onMade });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Text size="sm">{words.about[kind]}</Text>
        <TextInput
          label={words.name[kind]}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={faultAt('/name')}
          required
          data-autofocus
        />
        {kind === 'sip-client' && (
          <TextInput
            label={words.userName}
            description={words.userNameHelp}
            value={userName}
            onChange={(event) => setUserName(event.currentTarget.value)}
            error={faultAt('/userName')}
            autoComplete="off"
            required
          />
        )}
        {kind === 'schedule' && (
          <>
            <ChooseOne
              setting={REQUIRED}
              label={words.timeZone}
              description={words.timeZoneHelp}
              choices={timeZonesIn(locale)}
              value={timeZone}
              onChange={(zone) => setTimeZone(textOf(zone))}
              error={faultAt('/timeZone')}
            />
            <HoursFields
              value={week}
              onChange={(changed) => setWeek([...changed])}
              faultOf={(index) =>
                faultsOfHours(week, index, faults) ?? (index === 0 ? faultAt('/hours') : undefined)
              }
            />
          </>
        )}
        {error !== null && !areAtFields && <ProblemNotice error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={isPending} disabled={name.trim() === ''}>
            {words.make[kind]}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
