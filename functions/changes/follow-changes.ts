import { changeFeed } from './change-feed.ts';
import { type Consumer, toEach } from './consumer.ts';

const consumers: readonly Consumer[] = [];

export const handler = changeFeed(toEach(consumers));
