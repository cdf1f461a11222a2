import {
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import {
  createConfirmedUser,
  localPool,
  PASSWORD,
  refusal,
  signIn,
  signInAsAdmin,
  signInWithSrp,
  tokensOf,
} from './local-pool.ts';
import { CONSOLE, poolProperties } from './pool-properties.ts';

const poolWith = async (trigger: string, invoke: (event: { triggerSource: string }) => unknown) => {
  const calls: { triggerSource: string; userName: string }[] = [];
  const pool = await localPool({
    pool: {
      ...poolProperties,
      LambdaConfig: { [trigger]: `arn:aws:lambda:us-east-1:1:function:${trigger}` },
    },
    invoke: async (_arn, event) => {
      const call = event as (typeof calls)[number];
      calls.push(call);
      return invoke(call);
    },
  });
  await createConfirmedUser(pool, 'usr_ann');
  return { pool, calls };
};

it('PreAuthentication keeps out whom it throws for, in every flow, with its own words', async () => {
  const { pool, calls } = await poolWith('PreAuthentication', () => {
    throw new Error('Not from here');
  });
  const refused = refusal(
    'UserLambdaValidationException',
    'PreAuthentication failed with error Not from here.',
  );
  await expect(signInWithSrp(pool, 'usr_ann', PASSWORD)).rejects.toMatchObject(refused);
  await expect(signInAsAdmin(pool, 'usr_ann', PASSWORD)).rejects.toMatchObject(refused);
  expect(calls).toMatchObject([
    { triggerSource: 'PreAuthentication_Authentication', userName: 'usr_ann' },
    { triggerSource: 'PreAuthentication_Authentication', userName: 'usr_ann' },
  ]);
});

it('PostAuthentication is called after a sign-in, not after a failed one', async () => {
  const { pool, calls } = await poolWith('PostAuthentication', (event) => event);
  await expect(signIn(pool, 'usr_ann', 'Wrong-Horse-7-xyz')).rejects.toMatchObject(
    refusal('NotAuthorizedException'),
  );
  expect(calls).toEqual([]);
  tokensOf(await signIn(pool, 'usr_ann', PASSWORD));
  expect(calls).toMatchObject([{ triggerSource: 'PostAuthentication_Authentication', userName: 'usr_ann' }]);
});

it('PostConfirmation is called when a forgotten password has been replaced', async () => {
  const { pool, calls } = await poolWith('PostConfirmation', (event) => event);
  await pool.client.send(new ForgotPasswordCommand({ ClientId: CONSOLE, Username: 'usr_ann' }));
  const ConfirmationCode = /\d{6}/.exec(pool.mails[0]?.html ?? '')?.[0];
  await pool.client.send(
    new ConfirmForgotPasswordCommand({
      ClientId: CONSOLE,
      Username: 'usr_ann',
      ConfirmationCode,
      Password: 'Another-Horse-8',
    }),
  );
  expect(calls).toMatchObject([
    { triggerSource: 'PostConfirmation_ConfirmForgotPassword', userName: 'usr_ann' },
  ]);
});
