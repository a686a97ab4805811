import { Router } from '@vaadin/router';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { resources } from '../client/api.js';
import { session } from '../client/session.js';
import type { Removal, Resource } from '../client/types.js';
import '../ui/grounds-dialog.js';
import type { GroundsDialog } from '../ui/grounds-dialog.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import '../ui/quiet-dialog.js';
import type { QuietDialog } from '../ui/quiet-dialog.js';
import { authorWords } from '../ui/resource-card.js';
import { day, fill, named, words } from '../words.js';

@customElement('haven-resource')
export class ResourcePage extends Page {
  @query('haven-grounds') private grounds!: GroundsDialog;
  @query('haven-quiet') private quiet!: QuietDialog;
  @state() private resource: Resource | undefined;

  protected get heading(): string {
    return this.resource?.title ?? words.board.title;
  }

  protected override async load(): Promise<void> {
    this.resource = await resources.get(this.params['id'] ?? '');
  }

  protected content(): TemplateResult {
    const resource = this.resource as Resource;
    return html`<p class="kind">
        ${named(words.board.kinds, resource.kind)} · ${fill(words.resource.takes, { minutes: resource.minutes })}
      </p>
      ${problemBox(this.problem)} ${resource.removal === undefined ? nothing : removalNotice(resource.removal)}
      <p class="lead">${resource.summary}</p>
      ${steps(resource.steps)}
      <div class="prose">${unsafeHTML(resource.bodyHtml)}</div>
      ${facts(resource)}
      <p class="notice-line">${resource.notice}</p>
      <p class="actions">${this.ownActs(resource)}${this.staffActs(resource)}${this.muting(resource)}</p>
      <p><a href="/board">${words.resource.back}</a></p>
      <haven-grounds></haven-grounds>
      <haven-quiet></haven-quiet>`;
  }

  private ownActs(resource: Resource): TemplateResult | typeof nothing {
    if (!resource.mine || resource.removal !== undefined) {
      return nothing;
    }
    return html`<a class="button" href="/board/${resource.id}/edit">${words.resource.edit}</a>
      ${resource.state === 'published'
        ? this.act(words.resource.withdraw, () => resources.withdraw(resource.id))
        : this.act(words.resource.publish, () => resources.publish(resource.id))}`;
  }

  private staffActs(resource: Resource): TemplateResult | typeof nothing {
    if (!session.isStaff) {
      return nothing;
    }
    const restore = () => this.grounds.forRestoration((reason) => resources.restore(resource.id, reason).then(this.reload));
    const remove = () => void this.grounds.forRemoval((grounds) => resources.remove(resource.id, grounds).then(this.reload));
    if (resource.removal !== undefined) {
      return html`<button type="button" class="button" @click=${restore}>${words.resource.restore}</button>`;
    }
    return resource.state === 'published'
      ? html`<button type="button" class="button" @click=${remove}>${words.resource.remove}</button>`
      : nothing;
  }

  private muting({ author, mine }: Resource): TemplateResult | typeof nothing {
    const { id, name } = author;
    if (id === undefined || mine || session.isStaff) {
      return nothing;
    }
    const mute = () => this.quiet.open({ id, handle: name }, () => Router.go('/board'));
    return html`<button type="button" class="button" @click=${mute}>${fill(words.quiet.muteNamed, { author: name })}</button>`;
  }

  private act(label: string, act: () => Promise<unknown>): TemplateResult {
    const done = () => this.doing(() => act().then(this.reload));
    return html`<button type="button" class="button" @click=${done}>${label}</button>`;
  }
}

function steps(list: string[]): TemplateResult | typeof nothing {
  return list.length === 0
    ? nothing
    : html`<section class="card steps" aria-labelledby="steps-title">
        <h2 id="steps-title">${words.resource.steps}</h2>
        <ol>
          ${list.map((step) => html`<li>${step}</li>`)}
        </ol>
      </section>`;
}

function facts(resource: Resource): TemplateResult {
  const reviewed = resource.reviewedOn
    ? fill(words.resource.reviewed, { day: day(resource.reviewedOn) })
    : words.resource.notReviewed;
  return html`<p class="themes" aria-label=${words.resource.themes} role="group">
      ${resource.themes.map((theme) => html`<span class="theme">${named(words.board.themes, theme)}</span> `)}
    </p>
    <ul class="facts quiet">
      <li>${authorWords(resource)}</li>
      ${resource.source ? html`<li>${words.resource.source}: ${resource.source}</li>` : nothing}
      <li>${reviewed}</li>
      <li>${fill(words.resource.updated, { day: day(resource.updatedAt) })}</li>
      <li>${words.board.states[resource.state]}</li>
    </ul>`;
}

function removalNotice(removal: Removal): TemplateResult {
  return html`<section class="notice" aria-labelledby="removal-title">
    <h2 id="removal-title">${words.resource.removedTitle}</h2>
    <p>${words.room.stillMember}</p>
    <p>${fill(words.room.removedOwnRule, { rule: removal.rule, title: removal.ruleTitle ?? '' })}</p>
    <p>${fill(words.room.removedOwnReason, { reason: removal.reason })}</p>
    <p>${words.room.removedNext}</p>
  </section>`;
}
