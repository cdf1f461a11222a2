import { Select, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api/api-provider.tsx';
import { locationsQuery, useLocations } from '../../api/locations.ts';
import { useLanguage, useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import type { Editor } from '../field.ts';
import { useForm } from '../form-context.ts';
import { textOf, valueAt } from '../values.ts';
import { ChooseOne } from './choose.tsx';
import { ownTimeZone, timeZonesIn } from './time-zones.ts';
import { EDITOR_WORDS } from './words.ts';

/** The server locations, nearest first to where the user sits; another place proposes another one (B-7). */
export const LocationField: Editor = (props) => {
  const words = useWords(EDITOR_WORDS);
  const { locale } = useLanguage();
  const { number } = useFormats();
  const { sections } = useForm();
  const api = useApi();
  const queries = useQueryClient();
  const [chosenZone, setChosenZone] = useState<string>();
  const said = textOf(valueAt(sections, '/employee/timeZone'));
  const zone = chosenZone ?? (said === '' ? ownTimeZone() : said);
  const { data = [] } = useLocations(zone);

  const moveTo = async (next: string | null): Promise<void> => {
    if (next === null) return;
    setChosenZone(next);
    const [nearest] = await queries.fetchQuery(locationsQuery(api, next));
    if (nearest !== undefined) props.onChange(nearest.region);
  };
  return (
    <Stack gap="xs">
      <ChooseOne
        {...props}
        nothing={words.nothing}
        choices={data.map(({ region, label, distanceKm }) => ({
          value: region,
          label: distanceKm === undefined ? label : `${label} · ${words.away(number(distanceKm))}`,
        }))}
      />
      {props.readOnly !== true && (
        <Select
          size="xs"
          label={words.nearestTo}
          description={words.nearestToHelp}
          data={timeZonesIn(locale)}
          value={zone}
          onChange={(next) => void moveTo(next)}
          searchable
          limit={100}
          allowDeselect={false}
        />
      )}
    </Stack>
  );
};
