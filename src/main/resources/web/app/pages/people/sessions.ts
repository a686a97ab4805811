import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { accounts } from '../../client/api.js';
import type { AccountFile, OpenSession } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import { problemBox } from '../../ui/problem-box.js';
import { fill, words } from '../../words.js';
import { dayOf, deviceOf } from '../account/sessions.js';

/** Where somebody is signed in. Shown only when asked for, since looking is on record. */
@customElement('haven-person-sessions')
export class PersonSessions extends Acting {
  @property({ attribute: false }) person!: AccountFile;
  @property({ attribute: false }) changed: () => Promise<void> = async () => undefined;
  @state() private list: OpenSession[] | undefined;
  @state() private done = '';
  private shown = '';

  protected override willUpdate(properties: PropertyValues<this>): void {
    if (properties.has('person') && this.person.id !== this.shown) {
      this.shown = this.person.id;
      this.list = undefined;
      this.done = '';
    }
  }

  protected override render(): TemplateResult {
    const count = this.person.sessions ?? 0;
    return html`<h3>${words.people.sessionsTitle}</h3>
      ${problemBox(this.problem)}
      <p>${count === 1 ? words.people.oneSession : fill(words.people.sessions, { count })} ${words.people.sessionsLead}</p>
      ${this.list === undefined
        ? nothing
        : html`<ul>
            ${this.list.map((open) => html`<li>${sessionWords(open)}</li>`)}
          </ul>`}
      <p class="actions">
        <button type="button" class="button" @click=${this.show}>${words.people.showSessions}</button>
        <button type="button" class="button" @click=${this.end}>${words.people.endSessions}</button>
      </p>
      <p role="status">${this.done}</p>`;
  }

  private readonly show = (): Promise<void> =>
    this.doing(async () => {
      this.list = await accounts.sessionsOf(this.person.id);
    });

  private readonly end = (): Promise<void> =>
    this.doing(async () => {
      await accounts.endSessionsOf(this.person.id);
      this.list = undefined;
      this.done = fill(words.people.sessionsEnded, { handle: this.person.handle });
      await this.changed();
    });
}

function sessionWords(open: OpenSession): string {
  return fill(words.people.session, {
    device: deviceOf(open),
    since: dayOf(open.firstSeen),
    day: dayOf(open.lastSeen),
  });
}
