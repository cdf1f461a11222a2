/** Where user pools of a region answer: whoever signs in calls there. */
export const userPoolEndpoint = (region: string): string => `https://cognito-idp.${region}.amazonaws.com`;
