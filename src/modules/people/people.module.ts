import { Global, Module } from '@nestjs/common';
import { DeepLinks } from './deep-links.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationsService } from './delegations.service.js';
import { EnrolmentController } from './enrolment.controller.js';
import { EnrolmentService } from './enrolment.service.js';
import { ForgetService } from './forget.service.js';
import { LeaksService } from './leaks.service.js';
import { PeopleListService } from './list/people-list.service.js';
import { MailService } from './mail.service.js';
import { PeopleController } from './people.controller.js';
import { RegisterService } from './register.service.js';
import { RegisterWriter } from './register-writer.js';
import { RetentionService } from './retention.service.js';

/** What other rooms ask. */
const offered = [
  DeepLinks,
  DelegationsService,
  EnrolmentService,
  ForgetService,
  LeaksService,
  PeopleListService,
  RegisterService,
  RetentionService,
];

@Global()
@Module({
  controllers: [DelegationsController, EnrolmentController, PeopleController],
  providers: [...offered, MailService, RegisterWriter],
  exports: offered,
})
export class PeopleModule {}
