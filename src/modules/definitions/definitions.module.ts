import { Global, Module } from '@nestjs/common';
import { DefinitionsService } from './definitions.service.js';

@Global()
@Module({ providers: [DefinitionsService], exports: [DefinitionsService] })
export class DefinitionsModule {}
