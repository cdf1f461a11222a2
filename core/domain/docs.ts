import * as z from 'zod/mini';

/**
 * What is said of a schema to whoever reads the contract: its meaning, and its name if it has one. A schema is
 * registered here once it stands; `.check(z.describe(…))` would make another, which every function pays for when it loads.
 */
export const docs = z.globalRegistry;
