import { NotDone } from '../live/index.js';
import { fill, moment, words } from '../words.js';
import type { FieldError } from './types.js';

const NOT_A_MEMBER = words.errors.codes['not-a-member'];

/** Why something did not happen, in words for the person: what happened, and what they can do next. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly title: string,
    readonly next: string,
    readonly status = 0,
    readonly fields: readonly FieldError[] = [],
  ) {
    super(code);
  }

  static unreachable(): Problem {
    return new Problem('unreachable', words.connection.unreachable, words.connection.unreachableNext);
  }

  /** A field that was left empty where only a value can be sent. */
  static missing(field: string): Problem {
    const { title, next } = words.errors.codes.invalid;
    return new Problem('invalid', title, next, 422, [{ field, reason: 'missing', message: words.errors.fields.missing }]);
  }

  static async of(response: Response): Promise<Problem> {
    const body = await readProblem(response);
    if (typeof body?.code !== 'string') {
      return new Problem('internal', words.errors.codes.internal.title, words.errors.codes.internal.next, response.status);
    }
    return new Problem(body.code, body.title ?? '', nextOf(body.code, body.detail ?? '', body.until), response.status, body.errors ?? []);
  }

  /** Any failure as a problem: what a program did wrong is shown to people as "our side". */
  static from(failure: unknown): Problem {
    if (failure instanceof Problem) {
      return failure;
    }
    if (failure instanceof NotDone) {
      return Problem.live(failure);
    }
    console.error(failure);
    return new Problem('internal', words.errors.codes.internal.title, words.errors.codes.internal.next);
  }

  private static live({ code, failure }: NotDone): Problem {
    if (failure !== undefined) {
      const next = nextOf(code, failure.next, failure.until);
      return new Problem(code, failure.message, next, 0, failure.errors ?? []);
    }
    return code === 'not-a-member' ? new Problem(code, NOT_A_MEMBER.title, NOT_A_MEMBER.next) : Problem.unreachable();
  }

  field(name: string): string | undefined {
    return this.fields.find((error) => error.field === name)?.message;
  }
}

/** What to do next; a time in it is told by the clock of whoever reads it. */
function nextOf(code: string, next: string, until: string | undefined): string {
  return until !== undefined && code === 'between-sessions'
    ? fill(words.errors.codes['between-sessions'].nextUntil, { until: moment(until) })
    : next;
}

interface ProblemBody {
  code?: string;
  title?: string;
  detail?: string;
  until?: string;
  errors?: FieldError[];
}

async function readProblem(response: Response): Promise<ProblemBody | undefined> {
  try {
    return (await response.json()) as ProblemBody;
  } catch {
    return undefined;
  }
}
