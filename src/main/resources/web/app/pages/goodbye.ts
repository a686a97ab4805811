import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Page } from '../ui/page.js';
import { words } from '../words.js';

/** The last that somebody sees who has left for good. */
@customElement('haven-goodbye')
export class Goodbye extends Page {
  protected get heading(): string {
    return words.goodbye.title;
  }

  protected content(): TemplateResult {
    return html`<p class="lead">${words.goodbye.lead}</p>
      <p>${words.goodbye.what}</p>`;
  }
}
