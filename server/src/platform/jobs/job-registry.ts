import { type JobDefinition, type JobHandler, JobRefused } from './job.js';

export interface HandledJob {
  readonly definition: JobDefinition<unknown>;
  readonly handler: JobHandler<unknown>;
}

/** Which handler runs which kind of work in this process. */
export class JobRegistry {
  readonly #handled = new Map<string, HandledJob>();

  /** @throws Error when the kind has a handler already */
  add<Payload>(definition: JobDefinition<Payload>, handler: JobHandler<Payload>): void {
    if (this.#handled.has(definition.name)) throw new Error(`The job ${definition.name} has two handlers`);
    this.#handled.set(definition.name, {
      definition,
      handler: async (payload, context) => {
        const parsed = definition.payload.safeParse(payload);
        if (!parsed.success) throw new JobRefused('Arbeidet er fra en annen versjon og må startes på nytt.');
        await handler(parsed.data, context);
      },
    });
  }

  /** @throws Error when nobody handles the kind */
  get(name: string): HandledJob {
    const handled = this.#handled.get(name);
    if (!handled) throw new Error(`The job ${name} has no handler`);
    return handled;
  }

  get names(): readonly string[] {
    return [...this.#handled.keys()];
  }

  /** @throws Error that names every kind nobody handles */
  assertHandles(defined: readonly string[]): void {
    const missing = defined.filter((name) => !this.#handled.has(name));
    if (missing.length > 0) throw new Error(`No handler for the job(s) ${missing.join(', ')}`);
  }
}
