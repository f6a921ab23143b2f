import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { queueName } from './bull-carrier.js';

/** Removes all that Redis holds under a prefix, whether anybody works on it or not: for what is thrown away. */
export async function forgetQueue(redisUrl: string, prefix: string): Promise<void> {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue(queueName, { connection, prefix });
  try {
    await queue.obliterate({ force: true });
  } finally {
    await queue.close();
    connection.disconnect();
  }
}
