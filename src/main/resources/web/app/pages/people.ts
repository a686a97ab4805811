import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { accounts, measures } from '../client/api.js';
import type { AccountFile, Measure } from '../client/types.js';
import { textField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { fill, words } from '../words.js';
import './people/person.js';

/** Finding somebody, seeing how they stand, and deciding about it. */
@customElement('haven-people')
export class People extends Page {
  @state() private handle = '';
  @state() private found: AccountFile | undefined;
  @state() private proposals: Measure[] = [];

  protected get heading(): string {
    return words.people.title;
  }

  protected override async load(): Promise<void> {
    this.proposals = await measures.proposals();
  }

  protected content(): TemplateResult {
    return html`<p class="lead">${words.people.lead}</p>
      ${problemBox(this.problem)}
      <form class="form" role="search" novalidate @submit=${this.find}>
        ${textField({
          name: 'handle',
          label: words.people.handle,
          value: this.handle,
          error: this.problem?.field('handle'),
          change: (value) => (this.handle = value),
          after: html`<button class="button strong-button">${words.people.find}</button>`,
        })}
      </form>
      ${this.proposals.length === 0 ? nothing : this.waiting()}
      ${this.found === undefined
        ? nothing
        : html`<haven-person .person=${this.found} .changed=${this.changed}></haven-person>`}`;
  }

  private waiting(): TemplateResult {
    return html`<section class="notice" aria-labelledby="waiting-title">
      <h2 id="waiting-title">${words.people.waitingTitle}</h2>
      <p>${words.people.waitingLead}</p>
      <p class="actions">
        ${this.proposals.map(
          ({ account }) => html`<button type="button" class="button" @click=${() => this.show(account.id)}>
            ${fill(words.people.look, { handle: account.handle ?? words.people.gone })}
          </button>`,
        )}
      </p>
    </section>`;
  }

  private readonly find = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      this.found = undefined;
      this.found = await accounts.file((await accounts.find(this.handle.trim())).id);
    });
  };

  private show(id: string): Promise<void> {
    return this.doing(async () => {
      this.found = await accounts.file(id);
      await this.updateComplete;
      this.querySelector<HTMLElement>('haven-person h2')?.focus();
    });
  }

  private readonly changed = async (): Promise<void> => {
    if (this.found !== undefined) {
      this.found = await accounts.file(this.found.id);
    }
    await this.load();
  };
}
