import { Stack, Text, UnstyledButton } from '@mantine/core';
import { useAccount } from '../../api/account.tsx';
import { useCatalogue } from '../../api/catalogue.ts';
import { useWords } from '../../language/language-provider.tsx';
import classes from './add-user.module.css';
import { isKind, type Kind } from './draft.ts';
import { KIND_WORDS } from './kind-words.ts';
import { StepHeading } from './step-heading.tsx';
import { ADD_USER_WORDS } from './words.ts';

/** The kind of user comes first, then the form for that kind (B-5). */
export const KindStep = ({ kind, onChoose }: { kind: Kind | undefined; onChoose: (kind: Kind) => void }) => {
  const words = useWords(ADD_USER_WORDS).kind;
  const translated = useWords(KIND_WORDS);
  const { may } = useAccount();
  const { designations } = useCatalogue();
  return (
    <Stack>
      <StepHeading title={words.title}>{words.about}</StepHeading>
      <div className={classes.kinds}>
        {designations.flatMap(({ designation, name, help }) => {
          if (!isKind(designation) || (designation === 'api' && !may('createApiUser'))) return [];
          const said = translated[designation] ?? { name, help };
          return (
            <UnstyledButton
              key={designation}
              className={classes.kind ?? ''}
              aria-pressed={designation === kind}
              onClick={() => onChoose(designation)}
            >
              <Text fw={600}>{said.name}</Text>
              <Text size="sm" c="dimmed">
                {said.help}
              </Text>
            </UnstyledButton>
          );
        })}
      </div>
    </Stack>
  );
};
