import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { rooms } from '../client/api.js';
import { Problem } from '../client/problem.js';
import type { Author } from '../client/types.js';
import { fill, words } from '../words.js';
import { HavenElement } from './element.js';
import { textField } from './fields.js';
import { problemBox } from './problem-box.js';

/** Where moderators say who looks after a room. */
@customElement('haven-room-hosts')
export class RoomHosts extends HavenElement {
  @property({ attribute: false }) room = '';
  @property({ attribute: false }) hosts: Author[] = [];
  @state() private handle = '';
  @state() private done = '';
  @state() private problem: Problem | undefined;

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="hosts-title">
      <h2 id="hosts-title" tabindex="-1">${words.hosts.title}</h2>
      <p>${words.hosts.lead}</p>
      <ul>
        ${this.hosts.map((host) => this.row(host))}
      </ul>
      <form class="form" novalidate @submit=${this.appoint}>
        ${problemBox(this.problem)}
        ${textField({
          name: 'host',
          label: words.hosts.handle,
          value: this.handle,
          error: this.problem?.field('handle') && words.hosts.notHere,
          change: (value) => (this.handle = value),
          after: html`<button class="button">${words.hosts.appoint}</button>`,
        })}
        <p role="status">${this.done}</p>
      </form>
    </section>`;
  }

  private row(host: Author): TemplateResult {
    return html`<li>
      ${host.handle}
      <button type="button" class="button" @click=${() => this.dismiss(host)}>
        ${fill(words.hosts.dismiss, { handle: host.handle })}
      </button>
    </li>`;
  }

  private readonly appoint = async (event: Event): Promise<void> => {
    event.preventDefault();
    const handle = this.handle.trim();
    await this.doing(async () => (this.hosts = (await rooms.appoint(this.room, handle)).hosts), words.hosts.appointed, handle);
    if (this.problem === undefined) {
      this.handle = '';
    }
  };

  // The button that was pressed is gone afterwards; whoever uses a keyboard goes on from the title.
  private async dismiss(host: Author): Promise<void> {
    await this.doing(
      async () => (this.hosts = (await rooms.dismiss(this.room, host.id)).hosts),
      words.hosts.dismissed,
      host.handle,
    );
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  private async doing(act: () => Promise<unknown>, done: string, handle: string): Promise<void> {
    this.problem = undefined;
    this.done = '';
    try {
      await act();
      this.done = fill(done, { handle });
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  }
}
