import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { HavenElement } from '../../ui/element.js';
import { words } from '../../words.js';

/** The way from the account to what belongs to it. */
@customElement('haven-data-card')
export class DataCard extends HavenElement {
  protected override render(): TemplateResult {
    return html`<h2>${words.ownData.title}</h2>
      <p>${words.ownData.card}</p>
      <p class="actions"><a class="button" href="/account/data">${words.ownData.open}</a></p>`;
  }
}
