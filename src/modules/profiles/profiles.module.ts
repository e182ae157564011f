import { Module } from '@nestjs/common';
import { LoadProfileService } from './load-profile.service.js';

@Module({ providers: [LoadProfileService], exports: [LoadProfileService] })
export class ProfilesModule {}
