/** Pools in regions of the first years may also send from any of these. */
const EVERYWHERE = ['us-east-1', 'us-west-2', 'eu-west-1'];

/**
 * Where SES must be for a user pool to send through it: not anywhere, and each region has its own rule.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html#user-pool-email-developer-region-mapping
 */
const MAIL_REGIONS: Record<string, readonly string[]> = {
  'us-east-1': EVERYWHERE,
  'us-west-2': EVERYWHERE,
  'eu-west-1': EVERYWHERE,
  'us-east-2': ['us-east-2', ...EVERYWHERE],
  'ca-central-1': ['ca-central-1', ...EVERYWHERE],
  'ap-northeast-1': ['ap-northeast-1', ...EVERYWHERE],
  'ap-northeast-2': ['ap-northeast-2', ...EVERYWHERE],
  'ap-south-1': ['ap-south-1', ...EVERYWHERE],
  'ap-southeast-1': ['ap-southeast-1', ...EVERYWHERE],
  'ap-southeast-2': ['ap-southeast-2', ...EVERYWHERE],
  'eu-central-1': ['eu-central-1', ...EVERYWHERE],
  'eu-west-2': ['eu-west-2', ...EVERYWHERE],

  'af-south-1': ['af-south-1'],
  'ap-northeast-3': ['ap-northeast-3'],
  'ap-southeast-3': ['ap-southeast-3'],
  'eu-north-1': ['eu-north-1'],
  'eu-south-1': ['eu-south-1'],
  'eu-west-3': ['eu-west-3'],
  'il-central-1': ['il-central-1'],
  'me-south-1': ['me-south-1'],
  'sa-east-1': ['sa-east-1'],
  'us-west-1': ['us-west-1'],

  // SES is not in these, or was not when Cognito came; another region stands in.
  'ap-east-1': ['ap-southeast-1'],
  'ap-south-2': ['ap-south-1'],
  'ap-southeast-4': ['ap-southeast-2'],
  'ap-southeast-5': ['ap-southeast-2'],
  'ap-southeast-7': ['ap-southeast-1'],
  'ca-west-1': ['ca-central-1'],
  'eu-central-2': ['eu-central-1'],
  'eu-south-2': ['eu-west-3'],
  'me-central-1': ['eu-central-1'],
  'mx-central-1': ['us-east-1'],
};

/** The regions whose SES a user pool can send through; undefined for a region that AWS's table did not have. */
export const mailRegionsOf = (homeRegion: string): readonly string[] | undefined => MAIL_REGIONS[homeRegion];
