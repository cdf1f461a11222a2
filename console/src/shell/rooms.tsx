import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { ADDRESSES } from '../addresses.ts';
import { NotHere } from '../parts/not-here.tsx';

const Started = lazy(() => import('../rooms/welcome/started.tsx'));
const CompleteProfile = lazy(() => import('../rooms/welcome/complete-profile.tsx'));
const AboutYou = lazy(() => import('../rooms/welcome/about-you.tsx'));
const InAccount = lazy(() => import('./in-account.tsx'));
const Home = lazy(() => import('../rooms/home/home.tsx'));
const MySettings = lazy(() => import('../rooms/my-settings/my-settings.tsx'));
const SettingsTable = lazy(() => import('../rooms/settings-table/settings-table.tsx'));
const Users = lazy(() => import('../rooms/users/users.tsx'));
const User = lazy(() => import('../rooms/user/user.tsx'));
const AddUser = lazy(() => import('../rooms/add-user/add-user.tsx'));
const Runs = lazy(() => import('../rooms/runs/runs.tsx'));
const Run = lazy(() => import('../rooms/run/run.tsx'));
const Licenses = lazy(() => import('../rooms/licenses/licenses.tsx'));
const Statements = lazy(() => import('../rooms/statements/statements.tsx'));
const StatementOfMonth = lazy(() => import('../rooms/statements/statement.tsx'));
const Roles = lazy(() => import('../rooms/roles/roles.tsx'));
const NewRole = lazy(() => import('../rooms/roles/new-role.tsx'));
const OneRole = lazy(() => import('../rooms/roles/role.tsx'));
const Folders = lazy(() => import('../rooms/folders/folders.tsx'));
const AccountSettings = lazy(() => import('../rooms/account-settings/account-settings.tsx'));

/** Which room is at which address, for those who are in. Each comes when it is gone to. */
export const Rooms = () => (
  <Routes>
    <Route index element={<Home />} />
    <Route path={ADDRESSES.offers} element={<Home />} />
    <Route path={ADDRESSES.me} element={<MySettings />} />
    <Route path={ADDRESSES.settingsTable} element={<SettingsTable />} />
    <Route path={ADDRESSES.started} element={<Started />} />
    <Route path={ADDRESSES.aboutYou} element={<AboutYou />} />
    <Route path="accounts/:accountId" element={<InAccount />}>
      <Route index element={<Navigate to={ADDRESSES.home} replace />} />
      <Route path="users" element={<Users />} />
      <Route path="users/new" element={<AddUser />} />
      <Route path="users/:userId" element={<User />} />
      <Route path="runs" element={<Runs />} />
      <Route path="runs/:runId" element={<Run />} />
      <Route path="licenses" element={<Licenses />} />
      <Route path="statements" element={<Statements />} />
      <Route path="statements/:month" element={<StatementOfMonth />} />
      <Route path="roles" element={<Roles />} />
      <Route path="roles/new" element={<NewRole />} />
      <Route path="roles/:roleId" element={<OneRole />} />
      <Route path="folders" element={<Folders />} />
      <Route path="settings" element={<AccountSettings />} />
      <Route path="welcome" element={<CompleteProfile />} />
    </Route>
    <Route path="*" element={<NotHere />} />
  </Routes>
);
