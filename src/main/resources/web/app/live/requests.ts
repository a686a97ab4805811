import type { Answer, AnswerTo, ClientFrame, Failure, Request } from './protocol.js';

/** Why something was not done: as the server says, or `unreachable` when it is not even known whether it was done. */
export class NotDone extends Error {
  constructor(
    readonly code: string,
    readonly failure?: Failure,
  ) {
    super(code);
  }

  static unreachable(): NotDone {
    return new NotDone('unreachable');
  }
}

interface Asked {
  settle: (answer: Answer | NotDone) => void;
  timeout: ReturnType<typeof setTimeout>;
}

const ANSWERED_WITHIN = 10_000;

/** What was asked and waits for its one answer. */
export class Requests {
  private readonly asked = new Map<string, Asked>();
  private refs = 0;

  /** An answer that does not come in time means that the connection is dead: `giveUp` says so. */
  constructor(
    private readonly send: (frame: ClientFrame) => boolean,
    private readonly giveUp: () => void,
  ) {}

  /** Settles while the answer is being received, and not later as a promise would: what comes behind it may depend on it. */
  ask<R extends Request>(request: R, settle: (answer: AnswerTo<R> | NotDone) => void): void {
    const ref = String(++this.refs);
    if (this.send({ ...request, ref })) {
      this.asked.set(ref, {
        settle: (answer) => settle(answer as AnswerTo<R> | NotDone),
        timeout: setTimeout(() => this.giveUp(), ANSWERED_WITHIN),
      });
    } else {
      settle(NotDone.unreachable());
    }
  }

  /** For those who need nothing at once. Rejects with a `NotDone`. */
  answerTo<R extends Request>(request: R): Promise<AnswerTo<R>> {
    return new Promise((resolve, reject) =>
      this.ask(request, (answer) => (answer instanceof NotDone ? reject(answer) : resolve(answer))),
    );
  }

  answered(answer: Answer): void {
    const asked = answer.ref === undefined ? undefined : this.asked.get(answer.ref);
    if (answer.ref !== undefined && asked !== undefined) {
      this.asked.delete(answer.ref);
      clearTimeout(asked.timeout);
      asked.settle(answer.type === 'failure' ? new NotDone(answer.code, answer) : answer);
    }
  }

  /** The connection is gone, and with it every answer. */
  lost(): void {
    const unanswered = [...this.asked.values()];
    this.asked.clear();
    unanswered.forEach(({ settle, timeout }) => {
      clearTimeout(timeout);
      settle(NotDone.unreachable());
    });
  }
}
