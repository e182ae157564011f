import { Global, Module } from '@nestjs/common';
import { WordingController } from './wording.controller.js';
import { WordingService } from './wording.service.js';

@Global()
@Module({ controllers: [WordingController], providers: [WordingService], exports: [WordingService] })
export class WordingModule {}
