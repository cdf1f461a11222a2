/** The frame and what it needs, which nobody loads before they are about to be in. */
export const loadSignedIn = () => import('./signed-in.tsx');
