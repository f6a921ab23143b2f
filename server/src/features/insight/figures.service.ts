import { Injectable } from '@nestjs/common';
import type { Figures } from '@savner/contract/insight';
import { type Actor, mayActFor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { CallsReader } from '../calls/index.js';
import { CampaignsService } from '../campaigns/index.js';
import { HostingReader } from '../hosting/index.js';
import { HouseholdsReader } from '../people/index.js';
import { TipsReader } from '../tips/index.js';
import { type ExactFunnel, hideSmall, shownTo, smallestShown } from './domain/funnel.js';

interface ExactFigures {
  readonly municipality: string;
  readonly name: string;
  readonly funnel: ExactFunnel;
  readonly remaining: number;
  readonly wrongNumbers: number;
}

/** Counts read from the other rooms, never written. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly tips: TipsReader,
    private readonly households: HouseholdsReader,
    private readonly calls: CallsReader,
    private readonly hosting: HostingReader,
    private readonly clock: Clock,
  ) {}

  /** Exact for one's own municipality and for regional roles; small numbers of the others are hidden. */
  async figuresFor(actor: Actor, campaignId: string): Promise<Figures> {
    return this.#present(await this.#count(campaignId), (municipality) => mayActFor(actor, municipality));
  }

  /** Exact everywhere, for the command line. @throws AppError not_found */
  async exact(campaignId: string): Promise<Figures> {
    return this.#present(await this.#count(campaignId), () => true);
  }

  #present(exact: readonly ExactFigures[], maySee: (municipality: string) => boolean): Figures {
    const rows = exact.map((row) => ({ ...row, isOpen: maySee(row.municipality) }));
    const { funnels, region } = shownTo(rows);
    return {
      asOf: this.clock.now().toISOString(),
      region,
      municipalities: rows.flatMap(({ municipality, name, remaining, wrongNumbers, isOpen }, index) => {
        const show = (count: number) => (isOpen ? count : hideSmall(count));
        const funnel = funnels[index];
        return funnel
          ? [{ municipality, name, funnel, remaining: show(remaining), wrongNumbers: show(wrongNumbers) }]
          : [];
      }),
      smallestShown,
    };
  }

  async #count(campaignId: string): Promise<ExactFigures[]> {
    const { municipalities } = await this.campaigns.get(campaignId);
    const tips = await this.tips.countsPerMunicipality(campaignId);
    const households = await this.households.countsPerMunicipality(campaignId);
    const calls = await this.calls.countsPerMunicipality(campaignId);
    const hosting = await this.hosting.countsPerMunicipality(campaignId);
    return municipalities.map(({ number, name }) => {
      const called = calls.get(number);
      return {
        municipality: number,
        name,
        funnel: {
          tips: tips.get(number) ?? 0,
          households: households.get(number) ?? 0,
          informed: called?.informed ?? 0,
          called: called?.called ?? 0,
          reached: called?.reached ?? 0,
          interested: (called?.interested ?? 0) + (called?.moving ?? 0),
          hostContact: hosting.get(number)?.hostContact ?? 0,
          moved: hosting.get(number)?.moved ?? 0,
        },
        remaining: called?.remaining ?? 0,
        wrongNumbers: called?.wrongNumbers ?? 0,
      };
    });
  }
}
