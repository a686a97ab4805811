import { Router } from '@vaadin/router';
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { rooms } from '../client/api.js';
import { textField } from '../ui/fields.js';
import { LinkPage } from '../ui/link-page.js';
import { problemBox } from '../ui/problem-box.js';
import { words } from '../words.js';

/** Where an invitation into a room leads. It asks first: whoever looks into a link has not yet come in. */
@customElement('haven-invited')
export class Invited extends LinkPage {
  protected get heading(): string {
    return words.invited.title;
  }

  protected content(): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.accept}>
      <p class="lead">${words.invited.lead}</p>
      ${problemBox(this.problem)}
      ${textField({
        name: 'code',
        label: words.invited.code,
        hint: words.invited.codeHint,
        value: this.token,
        error: this.problem?.field('code'),
        change: (code) => (this.token = code),
      })}
      <div class="actions"><button class="button strong-button">${words.invited.accept}</button></div>
    </form>`;
  }

  private readonly accept = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      const room = await rooms.accept(this.token);
      Router.go(`/rooms/${room.id}`);
    });
  };
}
