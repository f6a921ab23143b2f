import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { id as idSchema } from '@savner/contract/common';
import type { FastifyRequest } from 'fastify';
import { CampaignsService } from './campaigns.service.js';

/**
 * Looks into a campaign that is not there are told so: an empty list would be taken for an answer. What changes a campaign
 * reads it anyway. Stands after the guard of accounts, so that strangers learn nothing from it.
 */
@Injectable()
export class KnownCampaignGuard implements CanActivate {
  constructor(private readonly campaigns: CampaignsService) {}

  /** @throws AppError not_found */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { method, params } = context.switchToHttp().getRequest<FastifyRequest<{ Params: Asked }>>();
    const asked = idSchema.safeParse(params.campaignId);
    if (method === 'GET' && asked.success) await this.campaigns.get(asked.data);
    return true;
  }
}

interface Asked {
  readonly campaignId?: string;
}
