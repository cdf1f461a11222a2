import * as z from 'zod/mini';

/** A moment, as RFC 3339 writes it in UTC. One schema for all: its pattern is long, and costs time to make. */
export const time = z.iso.datetime();
