import { Injectable } from '@nestjs/common';

/** A kind of event: declared by the feature that tells, subscribed to by features that know it. */
export interface EventKind<Payload> {
  readonly name: string;
  /** Only for the type. */
  readonly payload?: Payload;
}

export function eventKind<Payload>(name: string): EventKind<Payload> {
  return { name };
}

type Subscriber = (payload: never) => Promise<void>;

/**
 * Tells features that know the teller what has happened, inside the teller's transaction:
 * either all of it is stored or none. It lets knowledge point one way (calls knows people, never the reverse).
 */
@Injectable()
export class Events {
  readonly #subscribers = new Map<string, Subscriber[]>();

  subscribe<Payload>(kind: EventKind<Payload>, subscriber: (payload: Payload) => Promise<void>): void {
    const known = this.#subscribers.get(kind.name) ?? [];
    this.#subscribers.set(kind.name, [...known, subscriber]);
  }

  async tell<Payload>(kind: EventKind<Payload>, payload: Payload): Promise<void> {
    for (const subscriber of this.#subscribers.get(kind.name) ?? []) await subscriber(payload as never);
  }
}
