import { Module } from '@nestjs/common';
import { RollupsController } from './rollups.controller.js';

@Module({ controllers: [RollupsController] })
export class ExchangeModule {}
