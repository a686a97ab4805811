import { html, nothing, type TemplateResult } from 'lit';
import type { ResourceSummary } from '../client/types.js';
import { day, fill, named, words } from '../words.js';

export function resourceCard(resource: ResourceSummary, showsState = false): TemplateResult {
  return html`<li class="card">
    <p class="kind">${named(words.board.kinds, resource.kind)} · ${fill(words.board.minutes, { minutes: resource.minutes })}</p>
    <h2><a href="/board/${resource.id}">${resource.title}</a></h2>
    <p>${resource.summary}</p>
    <p class="themes">${resource.themes.map((theme) => html`<span class="theme">${named(words.board.themes, theme)}</span> `)}</p>
    ${showsState ? html`<p class="quiet">${resource.removed === true ? words.board.removed : words.board.states[resource.state]}</p>` : nothing}
    <p class="quiet">${authorWords(resource)}${reviewWords(resource)}</p>
  </li>`;
}

export function authorWords({ author }: Pick<ResourceSummary, 'author'>): string {
  const role = named(words.resource.roles, author.role);
  const name = author.role === 'editors' ? author.name : fill(words.resource.byMember, { handle: author.name, role });
  return fill(words.resource.by, { author: name });
}

function reviewWords({ reviewedOn }: ResourceSummary): string {
  return reviewedOn ? ` · ${fill(words.resource.reviewed, { day: day(reviewedOn) })}` : '';
}
