import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { accounts } from '../../client/api.js';
import { Problem } from '../../client/problem.js';
import type { OpenSession, OwnSession } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import { problemBox } from '../../ui/problem-box.js';
import { day, fill, words } from '../../words.js';

/** Where a person is signed in. Ending one of them ends it at once, wherever it is open. */
@customElement('haven-sessions')
export class Sessions extends Acting {
  @query('h2') private heading!: HTMLElement;
  @state() private list: OwnSession[] | undefined;
  @state() private said = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.doing(() => this.load());
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="sessions-title">
      <h2 id="sessions-title" tabindex="-1">${words.sessions.title}</h2>
      <p>${words.sessions.lead}</p>
      ${problemBox(this.problem)} ${this.list === undefined ? this.notLoaded() : this.loaded(this.list)}
      <p role="status">${this.said}</p>
    </section>`;
  }

  private notLoaded(): TemplateResult {
    return this.problem === undefined
      ? html`<p>${words.site.loading}</p>`
      : html`<p><button type="button" class="button" @click=${() => this.doing(() => this.load())}>${words.site.again}</button></p>`;
  }

  private loaded(list: OwnSession[]): TemplateResult {
    return html`<ul class="cards">
        ${list.map((session) => this.card(session))}
      </ul>
      ${list.some((session) => !session.current)
        ? html`<p class="actions">
            <button type="button" class="button" @click=${this.endOthers}>${words.sessions.endOthers}</button>
          </p>`
        : nothing}`;
  }

  private card(session: OwnSession): TemplateResult {
    return html`<li class="card">
      <h3>${deviceOf(session)}</h3>
      <p class="quiet">${session.current ? words.sessions.here : fill(words.sessions.lastSeen, { day: dayOf(session.lastSeen) })}</p>
      <p class="quiet">${fill(words.sessions.firstSeen, { day: dayOf(session.firstSeen) })}</p>
      ${session.current
        ? nothing
        : html`<p class="actions">
            <button
              type="button"
              class="button"
              aria-label=${fill(words.sessions.endNamed, { device: deviceOf(session), day: dayOf(session.firstSeen) })}
              @click=${() => this.end(session)}
            >
              ${words.sessions.end}
            </button>
          </p>`}
    </li>`;
  }

  private async load(): Promise<void> {
    this.list = await accounts.sessions();
  }

  private end(session: OwnSession): Promise<void> {
    return this.ending(fill(words.sessions.ended, { device: deviceOf(session) }), async () => {
      await accounts.endSession(session.id).catch(unlessOver);
    });
  }

  private readonly endOthers = (): Promise<void> =>
    this.ending(words.sessions.endedOthers, () => accounts.endOtherSessions());

  /** The button that was pressed goes away with what it ended; its place is taken by the heading above the list. */
  private ending(said: string, act: () => Promise<void>): Promise<void> {
    this.said = '';
    return this.doing(async () => {
      await act();
      await this.load();
      this.said = said;
      await this.updateComplete;
      this.heading.focus();
    });
  }
}

/** Ended meanwhile, by itself or from another device: that is what was wanted. */
function unlessOver(failure: unknown): void {
  if (!(failure instanceof Problem) || failure.code !== 'not-found') {
    throw failure;
  }
}

export function deviceOf({ browser, platform }: OpenSession): string {
  return browser === undefined || platform === undefined
    ? words.sessions.app
    : fill(words.sessions.device, { browser, platform });
}

// At noon, so that no time zone makes another day of it.
export function dayOf(date: string): string {
  return day(date + 'T12:00:00');
}
