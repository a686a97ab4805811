import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { session } from '../client/session.js';
import { Page } from '../ui/page.js';
import { words } from '../words.js';

@customElement('haven-welcome')
export class Welcome extends Page {
  protected get heading(): string {
    return words.welcome.title;
  }

  protected content(): TemplateResult {
    return html`<p class="lead">${words.welcome.lead}</p>
      ${session.person === undefined ? this.ways() : nothing}
      <div class="tiles">
        ${tile(words.welcome.roomsTitle, words.welcome.rooms)} ${tile(words.welcome.boardTitle, words.welcome.board)}
        ${tile(words.welcome.calmTitle, words.welcome.calm)} ${tile(words.welcome.safeTitle, words.welcome.safe)}
      </div>
      ${session.person === undefined ? nothing : this.doors()}`;
  }

  private ways(): TemplateResult {
    return html`<p class="actions">
        <a class="button strong-button" href="/sign-up">${words.site.signUp}</a>
        <a class="button" href="/sign-in">${words.site.signIn}</a>
        <a href="/guidelines">${words.welcome.readFirst}</a>
      </p>
      <p class="quiet">${words.welcome.privacy}</p>`;
  }

  private doors(): TemplateResult {
    return html`<p class="actions">
      <a class="button strong-button" href="/rooms">${words.site.rooms}</a>
      <a class="button" href="/board">${words.site.board}</a>
    </p>`;
  }
}

function tile(title: string, text: string): TemplateResult {
  return html`<section class="card">
    <h2>${title}</h2>
    <p>${text}</p>
  </section>`;
}
