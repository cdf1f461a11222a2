import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import { useLocations } from '../../api/locations.ts';
import { useLoginIdProposal } from '../../api/new-member.ts';
import { ownTimeZone } from '../../form/editors/time-zones.ts';
import { textOf, valueAt, withValueAt } from '../../form/values.ts';
import type { Draft } from './draft.ts';

const DEBOUNCE_MILLISECONDS = 400;

/** Proposes the location nearest to where the user sits (B-7), and a login ID close to the name (C-4, C-48). */
export const useProposals = (draft: Draft, change: (how: (before: Draft) => Draft) => void): void => {
  const { sections } = draft;
  const zone = textOf(valueAt(sections, '/employee/timeZone'));
  const nearest = useLocations(zone === '' ? ownTimeZone() : zone).data?.[0]?.region;
  useEffect(() => {
    if (nearest === undefined) return;
    change((before) =>
      valueAt(before.sections, '/profile/location') === undefined
        ? { ...before, sections: withValueAt(before.sections, '/profile/location', nearest) }
        : before,
    );
  }, [nearest, change]);

  const [firstName] = useDebouncedValue(
    textOf(valueAt(sections, '/profile/firstName')).trim(),
    DEBOUNCE_MILLISECONDS,
  );
  const [lastName] = useDebouncedValue(
    textOf(valueAt(sections, '/profile/lastName')).trim(),
    DEBOUNCE_MILLISECONDS,
  );
  const proposed = useLoginIdProposal(firstName, lastName).data;
  useEffect(() => {
    if (proposed === undefined) return;
    change((before) => {
      const typed = textOf(valueAt(before.sections, '/profile/loginId'));
      if (typed !== '' && typed !== before.proposedLoginId) return before;
      const filled = withValueAt(before.sections, '/profile/loginId', proposed);
      return { ...before, proposedLoginId: proposed, sections: filled };
    });
  }, [proposed, change]);
};
