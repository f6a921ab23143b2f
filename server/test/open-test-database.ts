import type { Config } from '../src/config/config.js';
import { Database } from '../src/platform/database/database.js';
import { dataSourceOptions, openReadSource, openWriteSource } from '../src/platform/database/data-source.js';

interface Schema {
  readonly migrations: readonly (new () => object)[];
  readonly entities: readonly (new () => object)[];
}

/** The database seam alone, without the application around it. */
export async function openTestDatabase(
  config: Config,
  { migrations, entities }: Schema,
): Promise<{ readonly database: Database; close(): Promise<void> }> {
  const options = { ...dataSourceOptions(config, [...migrations]), entities: [...entities] };
  const writeSource = await openWriteSource(options);
  const database = new Database(writeSource, await openReadSource(writeSource));
  return {
    database,
    close: async () => {
      await database.onApplicationShutdown();
      await writeSource.destroy();
    },
  };
}
