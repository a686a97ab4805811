import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { session } from '../../client/session.js';
import type { AccountFile } from '../../client/types.js';
import { HavenElement } from '../../ui/element.js';
import { day, fill, words } from '../../words.js';
import './measures.js';
import './role.js';
import './sessions.js';

/** One account as staff see it, and what they may do about it. */
@customElement('haven-person')
export class PersonCard extends HavenElement {
  @property({ attribute: false }) person!: AccountFile;
  @property({ attribute: false }) changed: () => Promise<void> = async () => undefined;

  protected override render(): TemplateResult {
    const { handle, role, standing, createdAt } = this.person;
    return html`<section class="card" aria-labelledby="person-title">
      <h2 id="person-title" tabindex="-1">${handle}</h2>
      <p>
        ${fill(words.people.facts, {
          role: words.people.roles[role],
          standing: words.people.standings[standing],
          day: day(createdAt),
        })}
      </p>
      <haven-measures .person=${this.person} .changed=${this.changed}></haven-measures>
      ${session.isAdmin
        ? html`<haven-role .person=${this.person} .changed=${this.changed}></haven-role>
            <haven-person-sessions .person=${this.person} .changed=${this.changed}></haven-person-sessions>`
        : nothing}
    </section>`;
  }
}
