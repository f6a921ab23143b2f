import { expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { startTestApp } from '../app-harness.js';

it('migrations build exactly the tables that the entities describe', async () => {
  const server = await startTestApp();
  try {
    const source = server.app.get<DataSource>(getDataSourceToken());
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  } finally {
    await server.close();
  }
});
