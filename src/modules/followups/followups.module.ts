import { Global, Module } from '@nestjs/common';
import { BoardService } from './board.service.js';
import { DigestWriter } from './digest-writer.js';
import { FollowupsController } from './followups.controller.js';
import { FollowupsService } from './followups.service.js';
import { PromisesService } from './promises.service.js';

@Global()
@Module({
  controllers: [FollowupsController],
  providers: [FollowupsService, DigestWriter, PromisesService, BoardService],
  exports: [FollowupsService, BoardService],
})
export class FollowupsModule {}
