import { type DynamicModule, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource, DataSourceOptions } from 'typeorm';
import type { Config } from '../../config/config.js';
import { Database } from './database.js';
import { dataSourceOptions, openReadSource, openWriteSource } from './data-source.js';

type Migrations = readonly (new () => object)[];

@Module({})
export class DatabaseModule {
  static register(config: Config, migrations: Migrations): DynamicModule {
    const connection = TypeOrmModule.forRootAsync({
      useFactory: () => ({
        ...dataSourceOptions(config, [...migrations]),
        autoLoadEntities: true,
        retryAttempts: 5,
        // A server may still be starting; a file is as good or bad the second time.
        toRetry: () => config.database.kind === 'postgres',
      }),
      dataSourceFactory: (options?: DataSourceOptions) => {
        if (!options) throw new Error('TypeORM gave no options');
        return openWriteSource(options);
      },
    });
    return {
      module: DatabaseModule,
      global: true,
      imports: [connection],
      providers: [
        {
          provide: Database,
          inject: [getDataSourceToken()],
          useFactory: async (source: DataSource) => new Database(source, await openReadSource(source)),
        },
      ],
      exports: [Database],
    };
  }
}
