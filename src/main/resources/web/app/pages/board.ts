import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { resources, type Search } from '../client/api.js';
import { Problem } from '../client/problem.js';
import { KINDS, type ResourceSummary, THEMES } from '../client/types.js';
import { choiceField, textField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { resourceCard } from '../ui/resource-card.js';
import { fill, words } from '../words.js';

const TIMES = [5, 10, 20, 45];

interface Filters {
  q: string;
  kind: string;
  theme: string;
  time: string;
}

/** The board. What is looked for stands in the address, so that "back" leads to the same list. */
@customElement('haven-board')
export class Board extends Page {
  @state() private filters: Filters = { q: '', kind: '', theme: '', time: '' };
  @state() private list: ResourceSummary[] = [];
  @state() private next: string | undefined;
  private turn = 0;

  protected get heading(): string {
    return words.board.title;
  }

  protected override async load(): Promise<void> {
    const of = (name: string) => this.query.get(name) ?? '';
    this.filters = { q: of('q'), kind: of('kind'), theme: of('theme'), time: of('time') };
    await this.find();
  }

  protected content(): TemplateResult {
    return html`<p class="lead">${words.board.lead}</p>
      <p class="actions">
        <a class="button" href="/board/new">${words.board.write}</a>
        <a class="button" href="/board/mine">${words.board.mine}</a>
      </p>
      ${this.form()} ${problemBox(this.problem)}
      <p class="quiet" role="status">${this.found()}</p>
      <ul class="cards">
        ${this.list.map((resource) => resourceCard(resource))}
      </ul>
      ${this.next === undefined
        ? nothing
        : html`<p><button type="button" class="button" @click=${this.more}>${words.site.more}</button></p>`}`;
  }

  private form(): TemplateResult {
    return html`<form class="search" role="search" @submit=${this.submit}>
      ${textField({
        name: 'q',
        label: words.board.search,
        type: 'search',
        value: this.filters.q,
        change: (q) => (this.filters = { ...this.filters, q }),
        after: html`<button class="button strong-button">${words.board.submit}</button>`,
      })}
      <div class="filters">
        ${this.choice('kind', words.board.kind, words.board.anyKind, KINDS.map((kind) => [kind, words.board.kinds[kind]]))}
        ${this.choice('theme', words.board.theme, words.board.anyTheme, THEMES.map((theme) => [theme, words.board.themes[theme]]))}
        ${this.choice('time', words.board.time, words.board.anyTime, TIMES.map((t) => [String(t), fill(words.board.upTo, { minutes: t })]))}
      </div>
      ${this.query.size > 0 ? html`<p><a href="/board">${words.board.clear}</a></p>` : nothing}
    </form>`;
  }

  private choice(name: 'kind' | 'theme' | 'time', label: string, any: string, options: [string, string][]): TemplateResult {
    return choiceField({
      name,
      label,
      value: this.filters[name],
      options: [['', any], ...options],
      change: (value) => {
        this.filters = { ...this.filters, [name]: value };
        this.look();
      },
    });
  }

  private found(): string {
    if (this.list.length === 0) {
      return words.board.none;
    }
    return fill(this.next === undefined ? words.board.found : words.board.foundMore, { count: this.list.length });
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    this.look();
  };

  // The page stays as it is and only the list changes, so that nobody who is filtering loses their place.
  private look(): void {
    const used = Object.entries(this.filters).filter(([, value]) => value.trim() !== '');
    this.query = new URLSearchParams(used);
    history.replaceState(null, '', used.length === 0 ? '/board' : `/board?${this.query.toString()}`);
    this.problem = undefined;
    this.find().catch((failure: unknown) => (this.problem = Problem.from(failure)));
  }

  // Filters may change faster than answers come: what was asked last is what is shown.
  private async find(): Promise<void> {
    const turn = ++this.turn;
    const page = await resources.find(this.search);
    if (turn === this.turn) {
      this.list = page.items;
      this.next = page.next ?? undefined;
    }
  }

  private readonly more = (): Promise<void> =>
    this.doing(async () => {
      const page = await resources.find({ ...this.search, ...(this.next !== undefined && { cursor: this.next }) });
      this.list = [...this.list, ...page.items];
      this.next = page.next ?? undefined;
    });

  private get search(): Search {
    const { q, kind, theme, time } = this.filters;
    return { q: q.trim(), kind, theme, ...(time !== '' && { maxMinutes: Number(time) }) };
  }
}
