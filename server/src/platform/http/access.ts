import { SetMetadata } from '@nestjs/common';
import type { Role } from '@savner/contract/accounts';

export const ACCESS = Symbol('Access');

/** Who may enter a route; a route without a mark is closed to everyone. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed_in' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] };

/** Open to the world. Rare: every such route is listed in the sweep test. */
export const Public = () => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);

/** Open to everybody who is signed in, whatever the role. */
export const SignedIn = () => SetMetadata(ACCESS, { kind: 'signed_in' } satisfies Access);

/** Open to these roles; municipality and ownership are decided by the feature's policy. */
export const Allow = (...roles: Role[]) => SetMetadata(ACCESS, { kind: 'roles', roles } satisfies Access);
