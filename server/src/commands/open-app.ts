import type { INestApplicationContext } from '@nestjs/common';

/** Opens the application for one command, lets its background work finish, and closes it again. */
export type OpenApp = <Result>(work: (app: INestApplicationContext) => Promise<Result>) => Promise<Result>;
