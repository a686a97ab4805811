import type { Words } from './entries.js';
import type { NotDone } from './requests.js';

/** `waiting`: it goes by itself when it is this person's turn again, in a room that is in slow mode. */
export type Delivery = 'saving' | 'saved' | 'waiting' | 'not-sent';

/** What has to outlive a reload. */
export interface Unsent {
  readonly key: string;
  readonly said: Words;
  /** It was on its way, and nobody knows whether it arrived: going again with the same key finds out. */
  unanswered?: boolean;
  /** The newest entry of the room when it first went; what it became can only be newer. */
  after?: number;
}

/** What this person said, until it comes back as an entry of the room. */
export interface Saying extends Unsent {
  delivery: Delivery;
  seq?: number;
  failure?: NotDone;
  /** When it goes by itself, on this device's clock. */
  goesAt?: number;
}

/** Keeps what is unsent in each room. */
export interface Store {
  read(room: string): readonly Unsent[];
  /** An empty list ends it. */
  write(room: string, unsent: readonly Unsent[]): void;
}

const PASSING = new Set(['unreachable', 'too-many-requests', 'unavailable', 'not-joined']);

/** Only what failed for a passing reason goes again by itself; what was refused waits for its author. */
export function goesAgain({ delivery, unanswered, failure }: Saying): boolean {
  return delivery === 'not-sent' && (unanswered === true || (failure !== undefined && PASSING.has(failure.code)));
}

export function unsent(sayings: readonly Saying[]): Unsent[] {
  return sayings
    .filter(({ delivery }) => delivery !== 'saved')
    .map(({ key, said, unanswered, after }) => ({
      key,
      said,
      ...(unanswered === true && { unanswered }),
      ...(after !== undefined && { after }),
    }));
}

/** Not `crypto.randomUUID`, which a page without TLS on a local network does not have. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
