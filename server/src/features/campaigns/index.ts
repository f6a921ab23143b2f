export { type CampaignChanged, campaignChanged } from './campaigns.events.js';
export { publicCampaign } from './campaigns.presenter.js';
export { CampaignsModule } from './campaigns.module.js';
export { CampaignsService } from './campaigns.service.js';
export { problemWithOwnWords } from './domain/campaign-problems.js';
export { isKnownMunicipality, knownMunicipalities, municipalityByNumber } from './domain/municipalities.js';
export { Postcodes } from './postcodes.js';
export { TeamsService } from './teams.service.js';
