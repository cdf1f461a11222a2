import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { type OnboardingRequest, useStartOnboarding } from '../../api/onboardings.ts';
import { isProblem } from '../../api/problem.ts';
import { useSettingNames } from '../../form/setting-words.ts';
import type { SectionFacts, Settings } from '../../form/settings.ts';
import { isRecord, textsOf, valueAt, withValueAt } from '../../form/values.ts';
import { useWords } from '../../language/language-provider.tsx';
import classes from './add-user.module.css';
import {
  type Draft,
  type Fault,
  faultsIn,
  faultsLeft,
  goneTo,
  isSaid,
  type Kind,
  missingIn,
  requestOf,
} from './draft.ts';
import { ExistingUser } from './existing-user.tsx';
import { KindStep } from './kind-step.tsx';
import { SeatsAside } from './seats-aside.tsx';
import { SectionStep } from './section-step.tsx';
import { type RailStep, StepsRail } from './steps-rail.tsx';
import { Summary } from './summary.tsx';
import { useProposals } from './use-proposals.ts';
import { ADD_USER_WORDS } from './words.ts';

interface UserFormProps {
  readonly settings: Settings;
  readonly draft: Draft;
  readonly change: (how: (before: Draft) => Draft) => void;
  readonly forget: () => void;
}

/** What the form has made, as the API takes it: it says itself what is wrong with it. */
const isRequest = (request: unknown): request is OnboardingRequest => isRecord(request);

const withKind = (draft: Draft, kind: Kind): Draft => {
  // A role is of one kind of user: another kind has others.
  const sections =
    draft.kind === kind ? draft.sections : withValueAt(draft.sections, '/permissions/role', undefined);
  const chosen = withValueAt(sections, '/permissions/designation', kind);
  return { ...goneTo(draft, 'profile'), kind, sections: chosen };
};

/** The kind, the eight sections and the summary, beside the seats that are free. */
export const UserForm = ({ settings, draft, change, forget }: UserFormProps) => {
  const words = useWords(ADD_USER_WORDS);
  const nameOf = useSettingNames();
  const navigate = useNavigate();
  const { accountId } = useAccount();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const start = useStartOnboarding();
  useProposals(draft, change);
  const { sections, step } = draft;
  const form = useRef<HTMLDivElement>(null);
  const stepShown = useRef(step);
  // Whoever has gone to another step hears which.
  useEffect(() => {
    if (stepShown.current !== step) form.current?.querySelector('h2')?.focus();
    stepShown.current = step;
  }, [step]);
  const go = (to: string) => change((before) => goneTo(before, to));

  const stateOf = ({ section, required }: SectionFacts): RailStep['state'] => {
    if (faultsIn(faults, section).length > 0) return 'faulty';
    if (missingIn(settings, sections, section).length > 0) return 'open';
    if (isSaid(sections[section])) return draft.seen.includes(section) ? 'filled' : 'unseen';
    return required ? 'open' : 'optional';
  };
  const rail: readonly RailStep[] = [
    { name: 'kind', title: words.kind.step, state: draft.kind === undefined ? 'open' : 'filled' },
    ...settings.sections.map((facts) => ({
      name: facts.section,
      number: facts.step,
      title: nameOf({ ...facts, pointer: `/${facts.section}` }),
      state: stateOf(facts),
    })),
    { name: 'summary', title: words.summary.step, state: 'last' },
  ];
  const at = rail.findIndex(({ name }) => name === step);
  const goBy = (by: number) => go(rail[at + by]?.name ?? step);

  const submit = (): void => {
    const request = requestOf(draft, settings);
    if (!isRequest(request) || start.isPending) return;
    setFaults([]);
    start.mutate(
      { request, key: draft.idempotencyKey },
      {
        onSuccess: ({ runId }) => {
          forget();
          void navigate(addressesIn(accountId).run(runId));
        },
        onError: (error) => {
          if (!isProblem(error) || error.kind === 'user-exists') return;
          setFaults(error.faults);
          const first = settings.sections.find(({ section }) => faultsIn(error.faults, section).length > 0);
          // What came of an answer that was lost is another request by now: it is told as such.
          const idempotencyKey =
            error.kind === 'idempotency-key-reused' ? crypto.randomUUID() : draft.idempotencyKey;
          change((before) => ({ ...goneTo(before, first?.section ?? before.step), idempotencyKey }));
        },
      },
    );
  };
  const put = (section: string, value: unknown): void => {
    const changed = withValueAt(sections, `/${section}`, value);
    setFaults((before) => faultsLeft(before, sections, changed));
    change((before) => ({ ...before, sections: withValueAt(before.sections, `/${section}`, value) }));
  };

  const facts = settings.sections.find(({ section }) => section === step);
  const existing = isProblem(start.error, 'user-exists') ? start.error : undefined;
  const room = () => {
    if (existing !== undefined)
      return (
        <ExistingUser
          problem={existing}
          sections={sections}
          offerKey={`${draft.idempotencyKey}-offer`}
          onBack={() => {
            start.reset();
            go('profile');
          }}
          onOffered={forget}
        />
      );
    if (facts !== undefined)
      return (
        <SectionStep
          settings={settings}
          facts={facts}
          draft={draft}
          faults={faults}
          onChange={(value) => put(facts.section, value)}
          onBack={() => goBy(-1)}
          onNext={() => goBy(1)}
        />
      );
    if (step === 'summary')
      return (
        <Summary
          settings={settings}
          draft={draft}
          faults={faults}
          error={start.error}
          isPending={start.isPending}
          onGo={go}
          onBack={() => goBy(-1)}
          onSubmit={submit}
        />
      );
    return <KindStep kind={draft.kind} onChoose={(kind) => change((before) => withKind(before, kind))} />;
  };
  return (
    <div className={classes.layout}>
      <StepsRail steps={rail} current={step} onGo={go} />
      <div className={classes.form} ref={form}>
        {room()}
      </div>
      <SeatsAside kinds={textsOf(valueAt(sections, '/licenses/kinds'))} />
    </div>
  );
};
