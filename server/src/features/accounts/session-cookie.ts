import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The session cookie. Over https it has the `__Host-` prefix, which browsers accept only with Secure, Path=/ and
 * without Domain; plain http is possible on this machine alone (the configuration refuses it elsewhere).
 */
export class SessionCookie {
  readonly #isSecure: boolean;
  readonly #name: string;

  constructor(publicUrl: string) {
    this.#isSecure = publicUrl.startsWith('https://');
    this.#name = this.#isSecure ? '__Host-savner' : 'savner';
  }

  read(request: FastifyRequest): string | null {
    return request.cookies[this.#name] ?? null;
  }

  write(reply: FastifyReply, token: string, secondsValid: number): void {
    void reply.setCookie(this.#name, token, { ...this.#attributes(), maxAge: secondsValid });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.#name, this.#attributes());
  }

  #attributes() {
    return { path: '/', httpOnly: true, secure: this.#isSecure, sameSite: 'lax' } as const;
  }
}
