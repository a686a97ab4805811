import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Page } from '../ui/page.js';
import { words } from '../words.js';

@customElement('haven-not-found')
export class NotFound extends Page {
  protected get heading(): string {
    return words.site.notFoundTitle;
  }

  protected content(): TemplateResult {
    return html`<p>${words.site.notFound}</p>
      <p><a class="button" href="/">${words.site.toStart}</a></p>`;
  }
}
