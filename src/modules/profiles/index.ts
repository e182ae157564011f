export { LoadProfileService } from './load-profile.service.js';
export { obligationsPage } from './obligations-page.js';
export { dayRulesOf, type Profile, type Source } from './profile.js';
export { ProfilesModule } from './profiles.module.js';
export { profileFolder, readProfile } from './read-profile.js';
export { wholeProfile } from './whole-profile.js';
