import { signUps } from './api.js';
import { Problem } from './problem.js';
import type { Challenge, Solution } from './types.js';

/** An answer is sent no later than this before its end, so that it is not too late when it arrives. */
const SPARE = 60_000;

interface Answer {
  solution: Promise<Solution>;
  end: number;
}

/**
 * The work that a sign-up needs, done by a worker while somebody still types. An answer counts once and for some minutes; the
 * next one is begun when it is asked for.
 */
export class Work {
  private worker: Worker | undefined;
  private answer: Promise<Answer> | undefined;

  constructor(private readonly progress: (share: number) => void) {}

  /** Begins, so that the answer is there later. What goes wrong now may go well when it is asked for. */
  begin(): void {
    void this.started().catch(() => this.discard());
  }

  async done(): Promise<Solution> {
    try {
      const answer = await this.started();
      if (performance.now() < answer.end) {
        return await answer.solution;
      }
    } catch (failure) {
      this.discard();
      throw failure;
    }
    this.discard();
    return this.done();
  }

  /** The answer has been used, or is of no use any more. */
  discard(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.answer = undefined;
  }

  private started(): Promise<Answer> {
    this.answer ??= this.start();
    return this.answer;
  }

  private async start(): Promise<Answer> {
    this.progress(0);
    const challenge = await signUps.challenge();
    const solution = this.solve(challenge);
    // Whoever waits for it is told; here nobody may be waiting yet.
    solution.catch(() => undefined);
    return { solution, end: performance.now() + challenge.expiresIn * 1000 - SPARE };
  }

  private solve(challenge: Challenge): Promise<Solution> {
    const { salt, signature } = challenge;
    const worker = new Worker(address(), { type: 'module' });
    this.worker = worker;
    return new Promise((solved, failed) => {
      worker.onerror = () => failed(Problem.unreachable());
      worker.onmessage = (event: MessageEvent<{ number?: number; tried?: number }>) => {
        const { number, tried } = event.data;
        this.progress(tried ?? 1);
        if (number !== undefined) {
          worker.terminate();
          solved({ challenge: challenge.challenge, salt, signature, number });
        }
      };
      worker.postMessage(challenge);
    });
  }
}

/** Where the worker's script is; its name changes with its content, so the page is told. */
function address(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="haven-proof"]')?.content ?? '';
}
