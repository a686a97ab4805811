import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { resources } from '../client/api.js';
import type { ResourceSummary } from '../client/types.js';
import { Page } from '../ui/page.js';
import { resourceCard } from '../ui/resource-card.js';
import { words } from '../words.js';

@customElement('haven-my-resources')
export class MyResources extends Page {
  @state() private list: ResourceSummary[] = [];

  protected get heading(): string {
    return words.board.mineTitle;
  }

  protected override async load(): Promise<void> {
    let cursor: string | undefined;
    do {
      const page = await resources.find({ mine: true, ...(cursor !== undefined && { cursor }) });
      this.list = [...this.list, ...page.items];
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }

  protected content(): TemplateResult {
    return html`<p class="actions"><a class="button strong-button" href="/board/new">${words.board.write}</a></p>
      ${this.list.length === 0 ? html`<p>${words.board.mineEmpty}</p>` : ''}
      <ul class="cards">
        ${this.list.map((resource) => resourceCard(resource, true))}
      </ul>`;
  }
}
