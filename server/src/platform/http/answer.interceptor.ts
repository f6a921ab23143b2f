import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Endpoint } from '@savner/contract/endpoint';
import { map, type Observable } from 'rxjs';
import { FileAnswer } from './file-answer.js';
import { ENDPOINT } from './route.js';

/** Nothing leaves but what the contract names: every answer is parsed by its schema, which drops unknown fields. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = Reflect.getMetadata(ENDPOINT, context.getHandler()) as Endpoint | undefined;
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof FileAnswer) return answer.toStream();
        return endpoint ? endpoint.response.parse(answer) : answer;
      }),
    );
  }
}
