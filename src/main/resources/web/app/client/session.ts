import { Problem } from './problem.js';
import { drafts } from './drafts.js';
import type { Person, Signed, Standing } from './types.js';

const REFRESH = '/api/sessions/refresh';
const LEAVING = 'leaving';
const STAYING = 'staying';
const ENDED = 'ended';
const STANDINGS = new Map<string, Standing>([['muted', 'muted'], ['suspended', 'suspended'], ['excluded', 'excluded']]);

/**
 * Who is signed in on this tab. The access token lives in memory only; what outlives a reload is the refresh token in a
 * cookie that no script can read.
 */
class Session extends EventTarget {
  private token: string | undefined;
  private expires = 0;
  private refreshing: Promise<boolean> | undefined;
  private readonly tabs = new BroadcastChannel('haven');
  private isLeaving = false;
  person: Person | undefined;
  /** Whether the last session here ended without being asked to in this browser, so that the page can say so. */
  wasEnded = false;

  constructor() {
    super();
    this.tabs.onmessage = (message) => {
      if (message.data === ENDED) {
        this.forget();
      } else {
        this.isLeaving = message.data === LEAVING;
      }
    };
  }

  /** How many milliseconds the access token is still good for. */
  get life(): number {
    return this.expires - Date.now();
  }

  get isStaff(): boolean {
    return this.hasStaffRole && this.person?.secondFactor === true;
  }

  get isAdmin(): boolean {
    return this.isStaff && this.person?.role === 'admin';
  }

  /** Whether somebody could look after others if they showed their second factor. */
  get needsSecondFactor(): boolean {
    return this.hasStaffRole && !this.isStaff;
  }

  get hasOnlyPassword(): boolean {
    return this.person?.secondFactor === false;
  }

  get hasStaffRole(): boolean {
    return this.person !== undefined && this.person.role !== 'member';
  }

  get mayInvite(): boolean {
    return this.person?.mayInvite === true;
  }

  get isMuted(): boolean {
    return this.person?.standing === 'muted';
  }

  /** Somebody who is suspended or excluded reaches their own account alone. */
  get isBarred(): boolean {
    return this.person?.standing === 'suspended' || this.person?.standing === 'excluded';
  }

  /** A refusal may be the first this page hears of a measure. */
  learn(code: string): void {
    const standing = STANDINGS.get(code);
    if (standing !== undefined && this.person !== undefined && this.person.standing !== standing) {
      this.update({ ...this.person, standing });
    }
  }

  /** A token that is good for a while, or nothing when nobody is signed in. */
  async accessToken(): Promise<string | undefined> {
    const soon = Date.now() + 10_000;
    if (this.token !== undefined && this.expires < soon) {
      await this.refresh();
    }
    return this.token;
  }

  accept(signed: Signed): void {
    this.token = signed.accessToken;
    this.expires = Date.now() + signed.expiresIn * 1000;
    this.wasEnded = false;
    this.update(signed.person);
  }

  update(person: Person): void {
    this.person = person;
    this.dispatchEvent(new Event('change'));
  }

  /** True when there is a fresh token afterwards. Callers at the same time share one request. */
  refresh(): Promise<boolean> {
    this.refreshing ??= this.refreshAlone().finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  /** For whoever signs out: the server closes the sockets of all tabs before it answers, and that is then no surprise. */
  leaving(is: boolean): void {
    this.isLeaving = is;
    this.tabs.postMessage(is ? LEAVING : STAYING);
  }

  /** Ends the session on this tab and on the others, and takes what was written but not sent with it. */
  end(): void {
    this.tabs.postMessage(ENDED);
    this.forget();
  }

  // Two tabs that used the same refresh token at once would look like theft and end the session: one at a time.
  // Locks exist only where the page came over TLS or from this machine; elsewhere the cookie would not be safe anyway.
  private async refreshAlone(): Promise<boolean> {
    return 'locks' in navigator ? await navigator.locks.request('haven-refresh', () => this.ask()) : this.ask();
  }

  private async ask(): Promise<boolean> {
    const response = await fetch(REFRESH, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: '{}',
    }).catch(() => {
      throw Problem.unreachable();
    });
    if (response.ok) {
      this.accept((await response.json()) as Signed);
      return true;
    }
    if (response.status >= 500 || response.status === 429) {
      throw await Problem.of(response);
    }
    this.forget();
    return false;
  }

  private forget(): void {
    const wasSignedIn = this.person !== undefined;
    this.token = undefined;
    this.expires = 0;
    this.person = undefined;
    if (wasSignedIn) {
      this.wasEnded = !this.isLeaving;
      drafts.clear();
      this.dispatchEvent(new Event('change'));
    }
  }
}

export const session = new Session();
