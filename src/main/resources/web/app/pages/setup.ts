import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { accounts } from '../client/api.js';
import { textField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { words } from '../words.js';

@customElement('haven-setup')
export class Setup extends Page {
  @state() private code = '';
  @state() private done = false;

  protected get heading(): string {
    return words.setup.title;
  }

  protected content(): TemplateResult {
    return this.done
      ? html`<p role="status">${words.setup.done}</p>
          <p><a class="button strong-button" href="/account">${words.setup.next}</a></p>`
      : html`<p class="lead">${words.setup.lead}</p>
          <form class="form" novalidate @submit=${this.submit}>
            ${problemBox(this.problem)}
            ${textField({
              name: 'code',
              label: words.setup.code,
              value: this.code,
              error: this.problem?.field('code'),
              change: (value) => (this.code = value),
            })}
            <div class="actions"><button class="button strong-button">${words.setup.submit}</button></div>
          </form>`;
  }

  private readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      await accounts.setUp(this.code.trim());
      this.done = true;
    });
  };
}
