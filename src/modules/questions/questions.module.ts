import { Global, Module } from '@nestjs/common';
import { QuestionMessages } from './question-messages.js';
import { QuestionsController } from './questions.controller.js';
import { QuestionsService } from './questions.service.js';

@Global()
@Module({
  controllers: [QuestionsController],
  providers: [QuestionsService, QuestionMessages],
  exports: [QuestionsService],
})
export class QuestionsModule {}
