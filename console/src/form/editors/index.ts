import type { Editor } from '../field.ts';
import { GreetingField } from '../greeting-field.tsx';
import type { Setting } from '../settings.ts';
import { GrantsField, GroupsField, NetworksField, PagesField } from './access-fields.tsx';
import * as assets from './asset-fields.tsx';
import { CapabilityField } from './capability-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { ChosenField } from './chosen-field.tsx';
import { ClockTimeField, DateField, DaysField } from './clock-fields.tsx';
import { PictureField } from './file-fields.tsx';
import { FolderField } from './folder-field.tsx';
import { GroupField } from './group-field.tsx';
import { LanguageField } from './language-field.tsx';
import { LicensesField } from './licenses-field.tsx';
import { LocationField } from './location-field.tsx';
import { ManagerField } from './manager-field.tsx';
import { NumberField } from './number-field.tsx';
import { PercentField } from './percent-field.tsx';
import { RoleField } from './role-field.tsx';
import { RowsField } from './rows-field.tsx';
import { SwitchField } from './switch-field.tsx';
import { TextField } from './text-field.tsx';
import { TextsField } from './texts-field.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

/** Settings that name something of the account, or that are more easily edited another way than by their type. */
const BY_POINTER: Readonly<Record<string, Editor>> = {
  '/profile/language': LanguageField,
  '/profile/location': LocationField,
  '/profile/folderId': FolderField,
  '/licenses/kinds': LicensesField,
  '/employee/managerUserId': ManagerField,
  '/employee/timeZone': TimeZoneField,
  '/employee/hireDate': DateField,
  '/employee/picture': PictureField,
  '/employee/externalLinks': RowsField,
  '/employee/schedule': assets.ScheduleField,
  '/employee/agentStatuses': assets.AgentStatusesField,
  '/employee/contactPreferences/days': DaysField,
  '/employee/contactPreferences/hours/from': ClockTimeField,
  '/employee/contactPreferences/hours/to': ClockTimeField,
  '/permissions/role': RoleField,
  '/permissions/grants': GrantsField,
  '/permissions/pages': PagesField,
  '/permissions/groups': GroupsField,
  '/messaging/massEmail': CapabilityField,
  '/messaging/massFax': CapabilityField,
  '/dialing/callRecording/inboundPercent': PercentField,
  '/dialing/callRecording/outboundPercent': PercentField,
  '/dialing/callRecording/campaigns': RowsField,
  '/dialing/callRecording/campaigns/*/campaign': assets.CampaignField,
  '/dialing/callRecording/campaigns/*/percent': PercentField,
  '/dialing/callerId': assets.CallerIdField,
  '/dialing/sipClient': assets.SipClientField,
  '/dialing/ifUnavailable/greeting': GreetingField,
  '/access/allowedNetworks': NetworksField,
  '/work/campaigns': assets.CampaignsField,
  '/work/dialerInitiatives': assets.InitiativesField,
  '/work/queues': assets.QueuesField,
  '/work/trackingNumbers': assets.TrackingNumbersField,
  '/work/smartRouters': assets.SmartRoutersField,
  '/work/agentGroups': assets.AgentGroupsField,
};

const byType = ({ type, values }: Setting): Editor => {
  switch (type) {
    case 'text':
      return values === undefined ? TextField : ChosenField;
    case 'number':
    case 'whole-number':
      return values === undefined ? NumberField : ChosenField;
    case 'yes-or-no':
      return SwitchField;
    case 'list':
      return TextsField;
    case 'group':
      return GroupField;
    case 'choice':
      return ChoiceField;
  }
};

export const editorOf = (setting: Setting): Editor => BY_POINTER[setting.pointer] ?? byType(setting);
