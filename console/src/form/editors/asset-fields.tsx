import { type Asset, type AssetKind, useAssets } from '../../api/assets.ts';
import { useWords } from '../../language/language-provider.tsx';
import type { Editor, EditorProps } from '../field.ts';
import type { MadeKind } from '../new-asset/words.ts';
import { type Choice, ChooseOne, ChooseSeveral } from './choose.tsx';
import { NewAsset } from './new-asset.tsx';
import { EDITOR_WORDS } from './words.ts';

/** What tells two of the same name apart. */
const aboutOf = (asset: Asset): string | undefined => {
  if (asset.kind === 'number' || asset.kind === 'tracking-number') return asset.number;
  return asset.kind === 'sip-client' ? asset.userName : asset.description;
};

const useChoices = (kind: AssetKind): readonly Choice[] =>
  (useAssets(kind).data ?? []).map((asset) => ({
    value: asset.key,
    label: asset.name,
    about: aboutOf(asset),
  }));

/** One of what the account has of a kind. */
const AssetField = ({ kind, ...props }: EditorProps & { kind: AssetKind }) => {
  const words = useWords(EDITOR_WORDS);
  return (
    <ChooseOne
      {...props}
      choices={useChoices(kind)}
      nothing={words.nothing}
      placeholder={props.setting.required ? words.search : words.default}
    />
  );
};

/** Several of what the account has of a kind. */
const AssetsField = ({ kind, ...props }: EditorProps & { kind: AssetKind }) => {
  const words = useWords(EDITOR_WORDS);
  return (
    <ChooseSeveral {...props} choices={useChoices(kind)} nothing={words.nothing} placeholder={words.search} />
  );
};

/** One of them, or a new one, which is made on the spot. */
const MadeAssetField = (props: EditorProps & { kind: MadeKind }) => (
  <div>
    <AssetField {...props} />
    {props.readOnly !== true && <NewAsset kind={props.kind} onMade={(asset) => props.onChange(asset.key)} />}
  </div>
);

export const ScheduleField: Editor = (props) => <MadeAssetField {...props} kind="schedule" />;
export const CallerIdField: Editor = (props) => <AssetField {...props} kind="number" />;
export const SipClientField: Editor = (props) => <MadeAssetField {...props} kind="sip-client" />;
export const CampaignField: Editor = (props) => <AssetField {...props} kind="campaign" />;

export const AgentStatusesField: Editor = (props) => <AssetsField {...props} kind="agent-status" />;
export const CampaignsField: Editor = (props) => <AssetsField {...props} kind="campaign" />;
export const InitiativesField: Editor = (props) => <AssetsField {...props} kind="initiative" />;
export const QueuesField: Editor = (props) => <AssetsField {...props} kind="queue" />;
export const TrackingNumbersField: Editor = (props) => <AssetsField {...props} kind="tracking-number" />;
export const SmartRoutersField: Editor = (props) => <AssetsField {...props} kind="smart-router" />;
export const AgentGroupsField: Editor = (props) => <AssetsField {...props} kind="agent-group" />;
