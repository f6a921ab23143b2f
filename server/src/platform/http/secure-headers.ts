import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config/config.js';

/** Nothing on our pages needs a camera, a place or a payment; copying a link needs the clipboard. */
const permissions = [
  ...[
    'accelerometer',
    'autoplay',
    'camera',
    'display-capture',
    'encrypted-media',
    'fullscreen',
    'geolocation',
    'gyroscope',
    'hid',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'picture-in-picture',
    'publickey-credentials-get',
    'screen-wake-lock',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ].map((feature) => `${feature}=()`),
  'clipboard-read=()',
  'clipboard-write=(self)',
].join(', ');

/** Cookies, and the headers that tell browsers to load nothing from elsewhere and to keep nothing personal. */
export async function secureHeaders(fastify: FastifyInstance, config: Config): Promise<void> {
  const isSecure = config.publicUrl.startsWith('https://');
  await fastify.register(cookie);
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    strictTransportSecurity: isSecure && { maxAge: 31_536_000, includeSubDomains: false },
    // With `no-referrer` a plain form would come with the origin `null`, and could not be told from another site's.
    referrerPolicy: { policy: 'same-origin' },
  });
  fastify.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissions);
  });
  fastify.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/assets/') || reply.hasHeader('cache-control')) return;
    reply.header('cache-control', 'no-store');
  });
}
