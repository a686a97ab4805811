import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { approvals } from '../client/api.js';
import { Problem } from '../client/problem.js';
import type { Newcomer } from '../client/types.js';
import { textField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { day, fill, time, words } from '../words.js';

@customElement('haven-approvals')
export class Approvals extends Page {
  @state() private list: Newcomer[] = [];
  @state() private next: string | undefined;
  @state() private refusing: string | undefined;
  @state() private reason = '';
  @state() private said = '';

  protected get heading(): string {
    return words.approvals.title;
  }

  protected override async load(): Promise<void> {
    const page = await approvals.list();
    this.list = page.items;
    this.next = page.next ?? undefined;
  }

  protected content(): TemplateResult {
    return html`<p class="lead">${words.approvals.lead}</p>
      ${problemBox(this.problem)}
      <p role="status">${this.said}</p>
      ${this.list.length === 0
        ? html`<p>${words.approvals.empty}</p>`
        : html`<ul class="cards">
            ${this.list.map((one) => this.card(one))}
          </ul>`}
      ${this.next === undefined
        ? nothing
        : html`<p>
            <button type="button" class="button" @click=${this.more}>${words.site.more}</button>
          </p>`}`;
  }

  private card(one: Newcomer): TemplateResult {
    return html`<li class="card">
      <h2>${one.handle}</h2>
      <p class="quiet">${fill(words.approvals.asked, { day: day(one.askedAt), time: time(one.askedAt) })}</p>
      ${one.introduction === null || one.introduction === undefined
        ? html`<p class="quiet">${words.approvals.noWords}</p>`
        : html`<p class="words">${one.introduction}</p>`}
      ${this.refusing === one.id ? this.refusal(one) : this.choice(one)}
    </li>`;
  }

  private choice(one: Newcomer): TemplateResult {
    return html`<p class="actions">
      <button
        type="button"
        class="button strong-button"
        aria-label=${fill(words.approvals.letInNamed, { handle: one.handle })}
        @click=${() => this.letIn(one)}
      >
        ${words.approvals.letIn}
      </button>
      <button
        type="button"
        class="button"
        aria-label=${fill(words.approvals.sayNoNamed, { handle: one.handle })}
        @click=${() => this.askWhy(one.id)}
      >
        ${words.approvals.sayNo}
      </button>
    </p>`;
  }

  private refusal(one: Newcomer): TemplateResult {
    return html`<form novalidate @submit=${(event: Event) => this.refuse(event, one)}>
      ${textField({
        name: 'reason',
        label: fill(words.approvals.reason, { handle: one.handle }),
        hint: words.approvals.reasonHint,
        rows: 4,
        value: this.reason,
        error: this.problem?.field('reason'),
        change: (value) => (this.reason = value),
      })}
      <div class="actions">
        <button class="button strong-button">${words.approvals.send}</button>
        <button type="button" class="button" @click=${() => this.askWhy(undefined)}>${words.site.cancel}</button>
      </div>
    </form>`;
  }

  private askWhy(id: string | undefined): void {
    this.refusing = id;
    this.reason = '';
    this.problem = undefined;
    this.said = '';
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#reason')?.focus());
  }

  private letIn(one: Newcomer): Promise<void> {
    return this.decide(one, () => approvals.approve(one.id), words.approvals.isIn);
  }

  private refuse(event: Event, one: Newcomer): Promise<void> {
    event.preventDefault();
    return this.decide(one, () => approvals.refuse(one.id, this.reason), words.approvals.isRefused);
  }

  private decide(one: Newcomer, decision: () => Promise<void>, sentence: string): Promise<void> {
    this.said = '';
    return this.doing(async () => {
      try {
        await decision();
        this.said = fill(sentence, { handle: one.handle });
      } catch (failure) {
        if (failure instanceof Problem && failure.code === 'already-decided') {
          this.gone(one);
        }
        throw failure;
      }
      this.gone(one);
      await this.toHeading();
    });
  }

  private gone(one: Newcomer): void {
    this.refusing = undefined;
    this.list = this.list.filter((other) => other.id !== one.id);
  }

  private readonly more = (): Promise<void> =>
    this.doing(async () => {
      const page = await approvals.list(this.next);
      this.list = [...this.list, ...page.items];
      this.next = page.next ?? undefined;
    });
}
