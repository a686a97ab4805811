import type { LitElement, ReactiveController } from 'lit';

const AT_END = 80;

/** Where somebody is in a log of messages: at its end, which they follow, or on a line that stays where it is. */
export class LogPlace implements ReactiveController {
  follows = true;
  /** Whether something came below what is on the screen. */
  newer = false;
  /** Whether what is new begins above what is on the screen. */
  newAbove = false;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.follows) {
      void this.settled().then(() => this.follows && this.live?.scrollTo({ top: this.live.scrollHeight, behavior: 'instant' }));
    }
  }

  arrived(): void {
    this.show(!this.follows, this.newAbove);
  }

  scrolled(): void {
    const log = this.live;
    if (log !== null) {
      this.follows = log.scrollHeight - log.scrollTop - log.clientHeight < AT_END;
      const line = this.host.querySelector('.since');
      const isAbove = line !== null && line.getBoundingClientRect().top < log.getBoundingClientRect().top;
      this.show(this.newer && !this.follows, isAbove);
    }
  }

  followEnd(): void {
    this.follows = true;
    this.show(false, this.newAbove);
  }

  toNew(): void {
    this.follows = false;
    const line = this.host.querySelector<HTMLElement>('.since');
    line?.scrollIntoView({ block: 'start', behavior: 'instant' });
    line?.focus({ preventScroll: true });
  }

  toMessage(seq: number): void {
    this.focus({ preventScroll: true });
    this.host.querySelector(`#message-${seq}`)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  focus(options?: FocusOptions): void {
    this.log?.focus(options);
  }

  /** Whoever loads older messages stays on the line they are reading: the distance to the end is what is kept. */
  async keep(load: () => Promise<void>): Promise<void> {
    const log = this.log;
    const toEnd = (log?.scrollHeight ?? 0) - (log?.scrollTop ?? 0);
    await load();
    await this.settled();
    log?.scrollTo({ top: log.scrollHeight - toEnd, behavior: 'instant' });
  }

  /** The height is known only when every message has been drawn. */
  async settled(): Promise<void> {
    await this.host.updateComplete;
    await Promise.all([...this.host.querySelectorAll('haven-message')].map((message) => message.updateComplete));
  }

  private show(newer: boolean, newAbove: boolean): void {
    if (this.newer !== newer || this.newAbove !== newAbove) {
      this.newer = newer;
      this.newAbove = newAbove;
      this.host.requestUpdate();
    }
  }

  private get log(): HTMLElement | null {
    return this.host.querySelector<HTMLElement>('.log');
  }

  /** Not a part of the past, which nothing is added to. */
  private get live(): HTMLElement | null {
    return this.host.querySelector<HTMLElement>('[role="log"]');
  }
}
